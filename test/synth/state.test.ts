import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { FolderError } from '../../lib/synth/folder-error';
import { carryState } from '../../lib/synth/state';

const hash = 'ab'.repeat(32);

/** Everything that a synthesis of the architecture `web` writes. */
const written = [
  'aws-cdk/cdk.out',
  'aws-cdk/manifest.json',
  'aws-cdk/web.template.json',
  'aws-cdk/web.assets.json',
  'aws-cdk/web.metadata.json',
  'aws-cdk/tree.json',
  'aws-cdk/validation-report.json',
  `aws-cdk/asset.${hash}.zip`,
  'gcp-cdktf/manifest.json',
  'gcp-cdktf/stacks/web/cdk.tf.json',
  `gcp-cdktf/stacks/web/assets/Architecture_functions_f_Source_AB12/${hash}/${hash}.zip`,
  'aws-pulumi/resources.json',
  `aws-pulumi/assets/${hash}.zip`,
];
const plan = Buffer.from(zipSync({ tfplan: Buffer.from('plan'), tfstate: Buffer.from('{}') }));

let folder: string;
let old: string;
let fresh: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-state-'));
  [old, fresh] = [join(folder, 'old'), join(folder, 'fresh')];
  for (const place of [old, fresh]) {
    for (const path of written) put(place, path);
    put(place, 'triptych.json', JSON.stringify({ version: 1, architecture: 'web', env: null, targets: [] }));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(place: string, path: string, content: string | Buffer = '', mode = 0o644): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), content, { mode });
}

const carry = () => carryState(old, fresh, 'out');

/** The text of the refusal. */
function refusal(): string {
  try {
    carry();
  } catch (error) {
    if (error instanceof FolderError) return error.message;
    throw error;
  }
  throw new Error('nothing is refused');
}

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .sort();

test('state: carries nothing from a folder with only artifacts', () => {
  const before = filesIn(fresh);
  carry();
  expect(filesIn(fresh)).toEqual(before);
});

test.each([
  'gcp-cdktf/stacks/web/terraform.web.tfstate',
  'gcp-cdktf/stacks/web/terraform.web.tfstate.backup',
  'gcp-cdktf/stacks/web/terraform.tfstate.d/prod/terraform.web.tfstate',
  'gcp-cdktf/stacks/web/errored.tfstate',
  'gcp-cdktf/stacks/web/.terraform.lock.hcl',
  'gcp-cdktf/stacks/web/.terraform/providers/registry.terraform.io/provider',
  'gcp-cdktf/stacks/web/terraform.tfvars',
  'gcp-cdktf/stacks/web/terraform.tfvars.json',
  'gcp-cdktf/stacks/web/.auto.tfvars',
  'gcp-cdktf/stacks/web/prod.auto.tfvars',
  'gcp-cdktf/stacks/web/prod.auto.tfvars.json',
  'gcp-cdktf/stacks/web/prod.tfvars',
  'gcp-cdktf/stacks/web/prod.gcs.tfbackend',
  'aws-cdk/cdk.context.json',
])('state: carries %s, with its content and mode', (path) => {
  put(old, path, 'mine', 0o600);
  carry();
  expect(readFileSync(join(fresh, path), 'utf8')).toBe('mine');
  expect(statSync(join(fresh, path)).mode & 0o777).toBe(0o600);
});

test('state: carries a saved plan under any name', () => {
  put(old, 'gcp-cdktf/stacks/web/release 7', plan);
  carry();
  expect(readFileSync(join(fresh, 'gcp-cdktf/stacks/web/release 7'))).toEqual(plan);
});

test('state: carries links as links', () => {
  const path = 'gcp-cdktf/stacks/web/terraform.tfvars';
  symlinkSync('../../../../vars/prod.tfvars', join(old, path));
  carry();
  expect(readlinkSync(join(fresh, path))).toBe('../../../../vars/prod.tfvars');
});

test('state: forgets locks of cdk, and files that a desktop leaves', () => {
  const paths = ['.DS_Store', 'gcp-cdktf/stacks/.DS_Store', 'aws-cdk/read.17.1.lock', 'aws-cdk/.cache/x.zip'];
  for (const path of paths) put(old, path);
  carry();
  for (const path of paths) expect(existsSync(join(fresh, path))).toBe(false);
});

test('state: looks at a folder only up to a number of files, in all its folders together', () => {
  const count = readdirSync(old, { recursive: true }).length;
  const all = () => carryState(old, fresh, 'out', count);
  expect(all).not.toThrow();
  put(old, 'gcp-cdktf/stacks/web/one more');
  expect(all).toThrow(
    new FolderError('out', `holds more than ${count} files: choose another folder, or move what you need`),
  );
});

test('state: takes a folder whose manifest has no name as environment for none of its own', () => {
  const damaged = { version: 1, architecture: 'web', env: { toString: null }, targets: [] };
  put(old, 'triptych.json', JSON.stringify(damaged));
  expect(refusal()).toContain('not written by triptych synth');
});

test('state: carries the files of an environment', () => {
  for (const place of [old, fresh]) {
    rmSync(join(place, 'gcp-cdktf/stacks/web'), { recursive: true });
    put(place, 'gcp-cdktf/stacks/web-prod/cdk.tf.json');
  }
  rmSync(join(old, 'aws-cdk'), { recursive: true });
  put(old, 'aws-cdk/web-prod.template.json');
  put(old, 'triptych.json', JSON.stringify({ version: 1, architecture: 'web', env: 'prod', targets: [] }));
  put(old, 'gcp-cdktf/stacks/web-prod/terraform.tfvars', 'mine');
  carry();
  expect(readFileSync(join(fresh, 'gcp-cdktf/stacks/web-prod/terraform.tfvars'), 'utf8')).toBe('mine');
});

test.each([
  'notes.txt',
  '.git/HEAD',
  'terraform.tfvars',
  'gcp-cdktf/terraform.tfvars',
  'gcp-cdktf/stacks/README.md',
  'gcp-cdktf/stacks/web/override.tf.json',
  'gcp-cdktf/stacks/web/main.tf',
  'gcp-cdktf/stacks/web/.terraformrc',
  'gcp-cdktf/stacks/web/tfplan',
  'gcp-cdktf/stacks/web/assets/mine.txt',
  'gcp-cdktf/stacks/other/cdk.tf.json',
  'aws-cdk/cdk.json',
  'aws-cdk/other.template.json',
  'aws-cdk/asset.mine.zip',
  'aws-pulumi/Pulumi.dev.yaml',
  'aws-pulumi/assets/mine.zip',
])('state: fails to lose %s, and carries nothing', (path) => {
  put(old, path, 'mine');
  put(old, 'gcp-cdktf/stacks/web/terraform.tfvars', 'mine');
  const [first] = path === '.git/HEAD' ? ['.git'] : [path];
  expect(refusal()).toBe(
    `out: holds ${first}, not written by triptych synth: choose another folder, or move what you need`,
  );
  expect(existsSync(join(fresh, 'gcp-cdktf/stacks/web/terraform.tfvars'))).toBe(false);
  expect(readFileSync(join(old, path), 'utf8')).toBe('mine');
});

test('state: names three of the files that would be lost, and counts the others', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) put(old, name);
  expect(refusal()).toContain('holds a, b, c and 2 more, not written by triptych synth');
});

test.each([
  ['gcp-cdktf/stacks/web/terraform.tfvars', 'gcp-cdktf/stacks/web', 'mine'],
  ['gcp-cdktf/stacks/web/.terraform.lock.hcl', 'gcp-cdktf/stacks/web', 'mine'],
  ['gcp-cdktf/stacks/web/plan', 'gcp-cdktf/stacks/web', plan],
  ['aws-cdk/cdk.context.json', 'aws-cdk', 'mine'],
])('state: fails to lose %s if its folder is no longer written', (path, gone, content) => {
  put(old, path, content);
  rmSync(join(fresh, gone), { recursive: true });
  expect(refusal()).toBe(
    `out: holds ${path} beside artifacts that this run doesn't write: choose another folder, or move what you need`,
  );
});

test('state: names a state first of all that would be lost', () => {
  put(old, 'a.txt');
  put(old, 'gcp-cdktf/stacks/web/prod.tfvars');
  put(old, 'gcp-cdktf/stacks/web/terraform.web.tfstate');
  rmSync(join(fresh, 'gcp-cdktf'), { recursive: true });
  expect(refusal()).toContain(
    'holds gcp-cdktf/stacks/web/terraform.web.tfstate, the state of a Terraform deployment: choose another folder',
  );
});

test('state: forgets installed providers of a stack that is no longer written', () => {
  put(old, 'gcp-cdktf/stacks/web/.terraform/providers/x');
  rmSync(join(fresh, 'gcp-cdktf'), { recursive: true });
  carry();
  expect(existsSync(join(fresh, 'gcp-cdktf'))).toBe(false);
});

test('state: fails at once for a pipe in the place of variables', () => {
  const path = 'gcp-cdktf/stacks/web/terraform.tfvars';
  spawnSync('mkfifo', [join(old, path)]);
  expect(lstatSync(join(old, path)).isFIFO()).toBe(true);
  expect(refusal()).toContain(`holds ${path}, not written by triptych synth`);
});
