import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A Pulumi project, as its own files describe it. */
export interface Project {
  readonly name: string;
  /** The folder that the program runs in. */
  readonly folder: string;
  /** The program, relative to that folder. */
  readonly entry: string;
  /** Arguments for Node. */
  readonly nodeArguments: readonly string[];
  /** True if Pulumi's language host compiles TypeScript itself. */
  readonly typescript: boolean;
  /** Configuration in plain text, by full key. */
  readonly config: Readonly<Record<string, string>>;
  /** The keys of configuration that is encrypted. */
  readonly secretKeys: readonly string[];
}

type Yaml = Readonly<Record<string, unknown>>;

/**
 * Reads `Pulumi.yaml`, and `Pulumi.<stack>.yaml` if there is one.
 * @throws Error where the folder is no project for Node
 */
export function readProject(root: string, stack: string): Project {
  const file = join(root, 'Pulumi.yaml');
  const project = readYaml(file);
  if (!project) throw new Error(`${file}: not found; name the folder of a Pulumi project`);
  const { name } = project;
  if (typeof name !== 'string') throw new Error(`${file}: name: must be a string, got ${JSON.stringify(name)}`);
  const runtime = map(project.runtime);
  const runtimeName = runtime.name ?? project.runtime;
  if (runtimeName !== 'nodejs')
    throw new Error(`${file}: runtime: only nodejs can be recorded, got ${JSON.stringify(runtimeName)}`);
  const options = map(runtime.options);
  const place = typeof project.stackConfigDir === 'string' ? join(root, project.stackConfigDir) : root;
  const stackConfig = Object.entries(map(readYaml(join(place, `Pulumi.${stack}.yaml`))?.config));
  const config = [...projectConfig(map(project.config)), ...stackConfig].map(
    ([key, value]) => [fullKey(key, name), value] as const,
  );
  const secret = new Map(config.map(([key, value]) => [key, isSecure(value)]));
  return {
    name,
    ...whereIs(root, typeof project.main === 'string' ? project.main : '.'),
    nodeArguments: splitArguments(typeof options.nodeargs === 'string' ? options.nodeargs : ''),
    typescript: options.typescript !== false,
    config: Object.fromEntries(config.filter(([key]) => !secret.get(key)).map(([key, value]) => [key, asText(value)])),
    secretKeys: [...secret].filter(([, is]) => is).map(([key]) => key),
  };
}

/**
 * Checks that a stack has a file with its configuration.
 * @throws Error with the stacks that have one
 */
export function requireStack(root: string, stack: string): void {
  const { stackConfigDir: folder } = readYaml(join(root, 'Pulumi.yaml')) ?? {};
  const place = typeof folder === 'string' ? join(root, folder) : root;
  const file = join(place, `Pulumi.${stack}.yaml`);
  if (existsSync(file)) return;
  const names = existsSync(place) ? readdirSync(place) : [];
  const stacks = names.flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []).sort();
  const said = stacks.length > 0 ? `the stacks with a file are ${stacks.join(', ')}` : 'no stack has such a file';
  throw new Error(`${file}: not found; ${said}`);
}

/** A project's own configuration: values, or declarations that may hold one. */
function projectConfig(config: Yaml): [string, unknown][] {
  const entries = Object.entries(config).map(([key, value]): [string, unknown] => {
    const declaration = map(value);
    const isDeclaration = ['default', 'value', 'type', 'description', 'secret'].some((field) => field in declaration);
    return [key, isDeclaration ? (declaration.value ?? declaration.default) : value];
  });
  return entries.filter(([, value]) => value !== undefined && value !== null);
}

function whereIs(root: string, main: string): { folder: string; entry: string } {
  const path = resolve(root, main);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? { folder: path, entry: '.' } : { folder: dirname(path), entry: basename(path) };
}

function readYaml(file: string): Yaml | undefined {
  try {
    return map(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function map(value: unknown): Yaml {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Yaml) : {};
}

/** Keys without a namespace are the project's own; `aws:config:region` is an old form of `aws:region`. */
function fullKey(key: string, project: string): string {
  return key.includes(':') ? key.replace(':config:', ':') : `${project}:${key}`;
}

function isSecure(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('secure' in value || Object.values(value).some(isSecure));
}

function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Splits at spaces, outside of quotes. */
function splitArguments(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
