import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readBounded } from '../disk/bounded-file';
import { isSavedPlan } from '../disk/saved-plan';
import { readOrRefuse } from './document';
import type { Folder } from './folder';
import { parseJson } from './json';
import { isObject, equal, type Unrecognized } from './resource';
import { variablesIn } from './tfvars';

/** The largest manifest, or file of values for variables, that is read. */
const mostBytes = 1_000_000;

const readText = (file: string): string => readOrRefuse(file, () => readBounded(file, mostBytes).toString('utf8'));

/**
 * Lists what lies beside a stack of which the user, or Terraform on the user's behalf, is the owner. Terraform loads
 * every other file in the stack's folder that ends in `.tf` or `.tf.json`, and OpenTofu those in `.tofu`, so nothing
 * else is kept: https://developer.hashicorp.com/terraform/language/files
 */
export function keepBeside(folder: Folder, stack: string, variables: readonly string[]): void {
  const beside = (isKept: (name: string, place: string) => boolean | string) => (path: string) => {
    const name = path.slice(stack.length + 1);
    return path === `${stack}/${name}` && !name.includes('/') && isKept(name, join(folder.place, path));
  };
  folder.keep(
    beside((name, place) => /\.tfstate(\..+)?$/.test(name) && (isFile(place) || name === 'terraform.tfstate.d')),
    'the state says what is deployed, not what will be',
  );
  folder.keep(
    beside((name, place) => name === '.terraform' && !isFile(place)),
    'terraform init installs the providers there, each checked against the lock',
  );
  folder.keep(
    beside((name, place) => name === '.terraform.lock.hcl' && isFile(place)),
    'the stack requires exact versions: with a lock on others, terraform init fails',
  );
  folder.keep(
    beside((name, place) => isFile(place) && isValues(name) && setsOnly(name, place, variables)),
    'the values of declared variables are the choice of who deploys',
  );
  folder.keep(
    beside((name, place) => name.endsWith('.tfbackend') && isFile(place)),
    'only loaded by terraform init -backend-config; it says where the state is',
  );
  folder.keep(
    beside((_, place) => isFile(place) && isSavedPlan(place)),
    'a plan is only applied by its name, and was made from artifacts of before',
  );
}

const isFile = (place: string): boolean => lstatSync(place).isFile();

/**
 * Tests by its name that a file gives values to variables. Terraform loads `terraform.tfvars`,
 * `terraform.tfvars.json` and every name that ends in `.auto.tfvars` or `.auto.tfvars.json`, hidden ones too:
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
const isValues = (name: string): boolean => /\.tfvars(\.json)?$/.test(name);

/** Tests that a file gives values to declared variables and does nothing else; otherwise text says what it does. */
function setsOnly(name: string, place: string, variables: readonly string[]): true | string {
  if (lstatSync(place).size > mostBytes) return `a file of more than ${mostBytes} bytes`;
  const set = variablesIn(readText(place), name.endsWith('.json') ? 'json' : 'hcl');
  if (!set) return 'a file with more than plain values of variables, each once';
  const foreign = set.find((variable) => !variables.includes(variable));
  return foreign === undefined || `a file that sets ${foreign}, which the stack doesn't declare`;
}

/**
 * The differences of CDKTF's own folder from one with a single stack, in the folder of its name: `cdktf deploy` deploys
 * what the manifest names.
 */
export function misdirected(folder: Folder, found: string, stack: string): Unrecognized[] {
  const moved = { resource: `stacks/${found}`, path: [], value: `not the folder of ${stack}` };
  return [...(found === stack ? [] : [moved]), ...misread(folder, stack)];
}

function misread(folder: Folder, stack: string): Unrecognized[] {
  const file = folder.claim('manifest.json');
  if (file === undefined) return [{ resource: 'manifest.json', path: [], value: 'no such file' }];
  const manifest = parseJson(readText(file));
  // CDKTF reads the version of the library for a message, and for nothing else.
  const { version, ...directions } = isObject(manifest) ? manifest : {};
  const isRight = typeof version === 'string' && equal(directions, { stacks: { [stack]: directionsTo(stack) } });
  return isRight ? [] : [{ resource: 'manifest.json', path: [], value: manifest ?? 'not JSON, or a key twice' }];
}

const directionsTo = (stack: string): object => ({
  annotations: [],
  constructPath: stack,
  dependencies: [],
  name: stack,
  stackMetadataPath: `stacks/${stack}/metadata.json`,
  synthesizedStackPath: `stacks/${stack}/cdk.tf.json`,
  workingDirectory: `stacks/${stack}`,
});
