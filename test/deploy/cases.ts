import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import type { ApiSpec } from '../../lib/model/api';
import type { FunctionSpec } from '../../lib/model/function';
import { cloudOf, targets, type Cloud, type Target } from '../../lib/model/target';
import { exampleFiles, examplesFolder } from '../example-files';
import { root } from '../projects/run';

/** An example, as every rig deploys it. A new one joins by being there. */
export interface Case {
  /** The architecture's name. */
  readonly name: string;
  /** The folder of the example, relative to the project. */
  readonly folder: string;
  /** The architecture's file in it. */
  readonly file: string;
  /** A value for each number that the architecture leaves open. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What the architecture holds, as it is written. */
  readonly written: Written;
}

/** As much of an architecture, as it is written, as cases look at. */
export interface Written {
  readonly name: string;
  readonly targets?: readonly Target[];
  readonly parameters?: Readonly<Record<string, { readonly type: string; readonly default?: unknown }>>;
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  readonly services?: Readonly<Record<string, unknown>>;
  readonly apis?: Readonly<Record<string, ApiSpec>>;
  readonly buckets?: Readonly<Record<string, unknown>>;
  readonly tables?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** An architecture with one field changed. */
export interface Edit {
  /** The element that was edited, such as `functions.counter`. */
  readonly element: string;
  /** Makes the change in an architecture's file. */
  readonly make: (file: string) => void;
}

/** All examples, by the names of their architectures. */
export const cases: readonly Case[] = exampleFiles.map((path) => {
  const written = parse(readFileSync(join(examplesFolder, path), 'utf8')) as Written;
  const open = Object.entries(written.parameters ?? {}).filter(
    ([, { type, default: value }]) => type === 'number' && value === undefined,
  );
  return {
    name: written.name,
    folder: join('examples', dirname(path)),
    file: basename(path),
    parameters: Object.fromEntries(open.map(([name]) => [name, 2])),
    written,
  };
});

/** The example of that name; fails if there is none. */
export function caseNamed(name: string): Case {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no example ${name}`);
  return found;
}

/** Why an example's code can't be deployed on a cloud from here; undefined if it can. */
export function unbuilt({ folder, written }: Case, cloud: Cloud): string | undefined {
  const missing = Object.values(written.functions ?? {})
    .map(({ code }) => (typeof code === 'string' ? code : code[cloud]))
    .filter((code) => code !== undefined && !existsSync(join(root, folder, code)));
  return missing.length > 0 ? `${missing.map((code) => join(folder, code!)).join(', ')} isn't built here` : undefined;
}

/**
 * The cases that are for a target: those whose code is here, each with its name first, as Jest wants its tables; and
 * those whose code isn't.
 */
export function casesOn(target: Target): {
  readonly ready: readonly [string, Case][];
  readonly lacking: readonly Case[];
} {
  const own = cases.filter(({ written }) => (written.targets ?? targets).includes(target));
  const lacking = own.filter((one) => unbuilt(one, cloudOf(target)) !== undefined);
  return { ready: own.filter((one) => !lacking.includes(one)).map((one) => [one.name, one]), lacking };
}

/** Copies an example's folder, so that it can be edited, and returns the path of the architecture's file in the copy. */
export function copyOf({ folder, file }: Case, to: string): string {
  cpSync(join(root, folder), to, { recursive: true });
  return join(to, file);
}

/** Writes an empty overlay beside an architecture's file, if the example has none for the environment. */
export function ensureOverlay(file: string, env: string): void {
  const overlay = file.replace(/\.yaml$/, `.${env}.yaml`);
  if (!existsSync(overlay)) writeFileSync(overlay, '');
}

/** The same edit for every case: another variable in the environment of its first function, or service. */
export function editOf({ written }: Case): Edit {
  const kind = written.functions ? 'functions' : 'services';
  const [name] = Object.keys(written[kind] ?? {});
  const make = (file: string): void => {
    const document = parseDocument(readFileSync(file, 'utf8'));
    document.setIn([kind, name, 'environment', 'EDITED'], 'yes');
    writeFileSync(file, document.toString());
  };
  return { element: `${kind}.${name}`, make };
}

/** The environment variable that has the story of each example told on one target, in place of on all of its targets. */
export const onceVariable = 'DEPLOY_ONCE';

/** The cases whose story is told on a target. In turn, so that each target has some where each case has one target. */
export function toldOn(target: Target): ReturnType<typeof casesOn> {
  const { ready, lacking } = casesOn(target);
  if (process.env[onceVariable] === undefined) return { ready, lacking };
  const isTold = (one: Case): boolean => {
    const able = targets.filter((other) => casesOn(other).ready.some(([, { name }]) => name === one.name));
    return able[cases.indexOf(one) % able.length] === target;
  };
  return { ready: ready.filter(([, one]) => isTold(one)), lacking };
}
