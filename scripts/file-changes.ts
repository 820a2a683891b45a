import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { engineOf, type Engine, type Target } from '../lib/model/target';
import { mutantsOf } from './mutants';

/** One change of the files of a folder, made on the disk and undone again. */
export interface FileChange {
  /** The path in the folder, and what happens there. */
  readonly what: string;
  readonly make: () => void;
  readonly undo: () => void;
}

/** Names with which a file, a folder or a link may come; each engine loads some of them. A `/` at the end: a folder. */
const names: Readonly<Record<Engine | 'any', readonly string[]>> = {
  any: ['evil', '.evil', 'evil.json', 'evil.zip', 'evil/', 'evil/x', '.DS_Store', 'package.json', 'index.js'],
  cdk: [
    ...['cdk.json', '.cdk.json', 'cdk.context.json', 'tree.json', 'validation-report.json', 'read.1.1.lock'],
    ...['evil.template.json', 'evil.assets.json', 'evil.metadata.json', 'asset.evil/', 'asset.evil.zip'],
    ...['assembly-evil/manifest.json', '.cache/evil.zip', 'Dockerfile'],
  ],
  cdktf: [
    ...[
      'evil.tf',
      'evil.tf.json',
      'override.tf',
      'override.tf.json',
      'x_override.tf',
      'x_override.tf.json',
      '.tf.json',
    ],
    ...['terraform.tfvars', 'terraform.tfvars.json', 'x.auto.tfvars', 'x.auto.tfvars.json', 'other.tfvars'],
    ...['evil.tofu', 'evil.tofu.json', 'override.tofu', 'evil.tftest.hcl', 'tests/', '.terraform.lock.hcl'],
    ...['.terraform/providers/x', '.terraform/modules/modules.json', 'terraform.tfstate', 'errored.tfstate'],
    ...['terraform.evil.tfstate', 'terraform.tfstate.d/x', '.terraformrc', 'terraform.rc', 'evil.tfbackend', 'plan'],
    ...['cdk.tf', 'evil.tfmock.hcl', 'metadata.json', 'stacks/evil/cdk.tf.json', 'evil/cdk.tf.json', 'modules/'],
  ],
  pulumi: ['Pulumi.yaml', 'Pulumi.dev.yaml', 'index.ts', 'node_modules/', 'evil.tar', 'assets/evil'],
};

/** The paths of all files of a folder, sorted. */
export function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/**
 * Every single change of the files of a target's folder, without those inside of its document. `spare` is a place
 * elsewhere, with nothing there.
 */
export function* fileChanges(target: Target, folder: string, document: string, spare: string): Generator<FileChange> {
  const files = filesIn(folder);
  for (const path of files) {
    const [place, bytes] = [join(folder, path), readFileSync(join(folder, path))];
    const undo = () => {
      rmSync(place, { recursive: true, force: true });
      writeFileSync(place, bytes);
    };
    const change = (kind: string, make: () => void, undoMore: () => void = () => undefined): FileChange => ({
      what: `${path} ${kind}`,
      make,
      undo: () => {
        undoMore();
        undo();
      },
    });
    const instead = (kind: string, put: () => void): FileChange =>
      change(kind, () => {
        rmSync(place);
        put();
      });
    yield change('removed', () => rmSync(place));
    const other = join(dirname(place), `x${basename(place)}`);
    yield change(
      'renamed',
      () => renameSync(place, other),
      () => rmSync(other),
    );
    yield change('with another byte', () => writeFileSync(place, withAnotherByte(bytes, isJson(path) ? 0 : 0.5)));
    yield change('with a byte more', () => writeFileSync(place, Buffer.concat([bytes, Buffer.from(' ')])));
    yield change('empty', () => writeFileSync(place, ''));
    yield instead('as a link to itself', () => {
      writeFileSync(spare, bytes);
      symlinkSync(spare, place);
    });
    yield instead('as a link to nothing', () => symlinkSync('nothing', place));
    yield instead('as a folder', () => mkdirSync(place));
    if (isJson(path)) {
      yield change('with a key twice', () => writeFileSync(place, withAKeyTwice(bytes.toString())));
      if (path !== document) yield* insideOf(path, place, bytes.toString());
    }
    yield* swaps(folder, path, files, change);
  }
  yield* additions(target, folder, files);
}

/** Tests that a file is JSON; `cdk.out` is, too. */
const isJson = (path: string): boolean => path.endsWith('.json') || path === 'cdk.out';

/** Changes a byte, `part` of the way through. */
function withAnotherByte(bytes: Buffer, part: number): Buffer {
  const changed = Buffer.from(bytes);
  const index = Math.floor(bytes.length * part);
  changed[index] = bytes[index]! ^ 1;
  return changed;
}

/** CDK's list of its feature flags: longer than all the rest, and nothing deploys it. */
const flags = '/artifacts/aws-cdk-lib/feature-flag-report/properties/flags/';

/** Every single change of the values in a file. */
function* insideOf(path: string, place: string, text: string): Generator<FileChange> {
  const value: unknown = JSON.parse(text);
  for (const { at, kind, make, undo } of mutantsOf(value)) {
    if (at.startsWith(flags)) continue;
    yield {
      what: `${path}${at} ${kind}`,
      make: () => {
        make();
        writeFileSync(place, JSON.stringify(value));
      },
      undo: () => {
        undo();
        writeFileSync(place, text);
      },
    };
  }
}

/** The first key is there twice; readers of JSON keep the last. */
const withAKeyTwice = (text: string): string => text.replace(/^\{\s*("[^"]*")/, '{$1: {}, $1');

/** The file has the content of the next one of its kind. */
function* swaps(
  folder: string,
  path: string,
  files: readonly string[],
  change: (kind: string, make: () => void) => FileChange,
): Generator<FileChange> {
  const alike = files.filter((one) => extname(one) === extname(path) && one !== path);
  for (const other of alike) {
    const content = readFileSync(join(folder, other));
    if (content.equals(readFileSync(join(folder, path)))) continue;
    yield change(`as ${other}`, () => writeFileSync(join(folder, path), content));
  }
}

/** Files, folders and links of every name, in every folder that has files. */
function* additions(target: Target, folder: string, files: readonly string[]): Generator<FileChange> {
  const above = (path: string): string[] => (path === '.' ? ['.'] : [path, ...above(dirname(path))]);
  const folders = [...new Set(files.flatMap((path) => above(dirname(path))))].sort();
  for (const inside of folders)
    for (const name of [...names.any, ...names[engineOf(target)]]) {
      const path = join(inside, name);
      const place = join(folder, path);
      if (existsSync(place)) continue;
      const made = topmostNew(place);
      const undo = () => rmSync(made, { recursive: true, force: true });
      const put = (write: () => void) => () => {
        mkdirSync(dirname(place), { recursive: true });
        write();
      };
      if (name.endsWith('/')) yield { what: `${path} added`, make: put(() => mkdirSync(place)), undo };
      else {
        yield { what: `${path} added`, make: put(() => writeFileSync(place, contentFor(name))), undo };
        yield { what: `${path} added as a link`, make: put(() => symlinkSync('nothing', place)), undo };
      }
    }
}

/** The uppermost part of a path that doesn't exist yet. */
const topmostNew = (place: string): string => (existsSync(dirname(place)) ? place : topmostNew(dirname(place)));

/** Content that an engine would load under a name. */
function contentFor(name: string): string {
  if (name.endsWith('.tfvars')) return 'region = "x"\n';
  if (name.endsWith('.tfvars.json')) return '{"region": "x"}';
  return name.endsWith('.json') ? '{}' : '';
}
