import { cpSync, existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstIn } from '../disk/bounded-folder';
import { engineOf, targets, type Engine } from '../model/target';
import { FolderError } from './folder-error';
import { manifestFile, manifestIn } from './manifest';
import { isSavedPlan } from '../disk/saved-plan';

/** Paths below a target's folder: `*` stands for any text without a slash, `#` for hexadecimal digits. */
type Patterns = Readonly<Record<Engine, readonly string[]>>;

/** Everything that an engine, or its command line, writes again. */
const written = (stack: string): Patterns => ({
  cdk: [
    'cdk.out',
    'manifest.json',
    'tree.json',
    // Written if CDK_VALIDATION asks for it.
    'validation-report.json',
    ...['template', 'assets', 'metadata'].map((what) => `${stack}*.${what}.json`),
    ...['asset.#', 'asset.#.*'],
    // The locks of `cdk` while it reads the folder, and its archives of assets.
    'read.*.lock*',
    'synth.lock*',
    '.cache',
  ],
  cdktf: [
    'manifest.json',
    ...['cdk.tf.json', 'metadata.json', 'assets/*/#/*'].map((path) => `stacks/${stack}/${path}`),
  ],
  pulumi: ['resources.json', 'assets/#', 'assets/#.zip'],
});

/** Providers that `terraform init` has installed: lost with their stack, because it installs them again. */
const installed = 'stacks/*/.terraform';

/**
 * Everything that people and command lines keep beside an engine's artifacts. Saved plans have names of their own.
 * Nothing lies beside a recording of Pulumi, from which nobody deploys.
 */
const kept: Patterns = {
  // https://docs.aws.amazon.com/cdk/v2/guide/context.html
  cdk: ['cdk.context.json'],
  // State, variables and the configuration of a backend:
  // https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
  // https://developer.hashicorp.com/terraform/language/backend#file
  cdktf: [
    installed,
    ...['.terraform.*', '*.tfstate', '*.tfstate.*', '*.tfvars', '*.tfvars.json', '*.tfbackend'].map(
      (name) => `stacks/*/${name}`,
    ),
  ],
  pulumi: [],
};

/** Files that a desktop leaves in every folder. */
const droppings = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Even the artifacts of the largest architecture have a few thousand files. */
const mostNames = 100_000;

/**
 * Copies the files that users, Terraform and CDK keep beside artifacts from the old folder into the new one.
 * @throws FolderError if a file would be lost: one that belongs beside a stack or a target that is no longer rendered,
 * or that `triptych synth` didn't write; or if the old folder has more than `most` files
 */
export function carryState(old: string, fresh: string, shown: string, most = mostNames): void {
  const { carried, foreign } = contentOf(old, namesUpTo(most, shown));
  const orphans = carried.filter((path) => !existsSync(join(fresh, dirname(path))));
  const lost = orphans.filter((path) => !matches(path.slice(path.indexOf('/') + 1), installed));
  const state = lost.find((path) => path.includes('.tfstate'));
  if (state !== undefined) {
    throw new FolderError(
      shown,
      `holds ${state}, the state of a Terraform deployment: choose another folder, or move that file`,
    );
  }
  if (lost.length > 0) {
    throw new FolderError(
      shown,
      `holds ${listed(lost)} beside artifacts that this run doesn't write: choose another folder, or move what you need`,
    );
  }
  if (foreign.length > 0) {
    throw new FolderError(
      shown,
      `holds ${listed(foreign)}, not written by triptych synth: choose another folder, or move what you need`,
    );
  }
  for (const path of carried.filter((one) => !orphans.includes(one))) {
    // As it is, with its mode; a relative link still leads to the same place after the folder is moved.
    cpSync(join(old, path), join(fresh, path), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
}

interface Content {
  /** The paths that the next folder has to hold, too. */
  readonly carried: readonly string[];
  /** The paths of somebody else. */
  readonly foreign: readonly string[];
}

/** Sorts the content of a folder that `triptych synth` wrote; what it wrote itself is in neither list. */
function contentOf(old: string, namesIn: (folder: string) => string[]): Content {
  const carried: string[] = [];
  const foreign: string[] = [];
  const { architecture = '', env } = manifestIn(old) ?? {};
  const ours = written(env ? `${architecture}-${env}` : architecture);
  const walk = (target: string, engine: Engine, below: string): void => {
    for (const name of namesIn(join(old, target, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      const place = `${target}/${path}`;
      if (droppings.includes(name) || ours[engine].some((pattern) => matches(path, pattern))) continue;
      if (kept[engine].some((pattern) => matches(path, pattern)) && canBeCopied(join(old, place))) carried.push(place);
      else if (
        [...ours[engine], ...kept[engine]].some((pattern) => isAbove(path, pattern)) &&
        isFolder(join(old, place))
      )
        walk(target, engine, path);
      else if (engine === 'cdktf' && matches(path, 'stacks/*/*') && isSavedPlan(join(old, place))) carried.push(place);
      else foreign.push(place);
    }
  };
  for (const name of namesIn(old)) {
    const target = targets.find((one) => one === name);
    if (target && isFolder(join(old, target))) walk(target, engineOf(target), '');
    else if (name !== manifestFile && !droppings.includes(name)) foreign.push(name);
  }
  return { carried, foreign };
}

/** Lists the names in folders, in order, up to a number for all of them together. */
function namesUpTo(most: number, shown: string): (folder: string) => string[] {
  let left = most;
  return (folder) => {
    const entries = firstIn(folder, left + 1);
    left -= entries.length;
    if (left >= 0) return entries.map(({ name }) => name).sort();
    throw new FolderError(shown, `holds more than ${most} files: choose another folder, or move what you need`);
  };
}

const matches = (path: string, pattern: string): boolean => {
  const [names, texts] = [path.split('/'), pattern.split('/')];
  return names.length === texts.length && texts.every((text, index) => expression(text).test(names[index]!));
};

/** Tests that a path is one of the folders in a pattern. */
const isAbove = (path: string, pattern: string): boolean => {
  const depth = path.split('/').length;
  const texts = pattern.split('/');
  return depth < texts.length && matches(path, texts.slice(0, depth).join('/'));
};

const expression = (text: string): RegExp => {
  const escaped = text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('#', '[0-9A-Fa-f]+')}$`, 's');
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A pipe or a device can't be copied. */
function canBeCopied(path: string): boolean {
  const found = lstatSync(path);
  return found.isFile() || found.isDirectory() || found.isSymbolicLink();
}

/** The first paths of a list, and the number of the others. */
function listed(paths: readonly string[]): string {
  const few = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${few} and ${paths.length - 3} more` : few;
}
