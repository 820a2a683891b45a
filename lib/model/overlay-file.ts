import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { defaultEnvironment, environmentPattern, hintForEnvironment, type ChosenEnvironment } from './environment';
import { ArchitectureError } from './problem';

/** The extensions that an architecture's file can have. */
const extensions = ['.yaml', '.yml', '.json'];

/** `architecture.yaml`, `prod` → `architecture.prod.yaml` */
function overlayOf(file: string, env: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.${env}${ext}`);
}

/**
 * The overlay beside an architecture's file, with the same extension; undefined if there is none. Without an
 * environment, it is that of `dev`.
 * @throws ArchitectureError if there is none, and the environment needs one
 */
export function overlayFor(file: string, env: ChosenEnvironment | undefined): string | undefined {
  const name = env?.name ?? defaultEnvironment;
  const overlay = overlayOf(file, name);
  if (existsSync(overlay)) return overlay;
  if (!env?.needsOverlay || name === defaultEnvironment) return undefined;
  const { ext } = path.parse(file);
  const other = extensions
    .filter((one) => one !== ext.toLowerCase())
    .map((one) => `${overlay.slice(0, -ext.length)}${one}`)
    .find(existsSync);
  const hint =
    other === undefined
      ? hintForEnvironment(name, overlaysOf(file), path.basename(overlay), path.basename(file))
      : `rename ${path.basename(other)}: an overlay has the extension of ${path.basename(file)}`;
  throw new ArchitectureError([
    {
      severity: 'error',
      file: overlay,
      path: '',
      message: `there is no such file, which ${env.from} requires`,
      hint,
    },
  ]);
}

/**
 * The architecture's file and the environment, if a file is an overlay.
 * @returns undefined for a file that isn't named like one, or has no architecture beside it
 */
export function overlaid(file: string): { readonly base: string; readonly env: string } | undefined {
  const { dir, name, ext } = path.parse(file);
  const [, stem, env] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  const base = path.join(dir, `${stem}${ext}`);
  return env !== undefined && environmentPattern.test(env) && existsSync(base) ? { base, env } : undefined;
}

/** The environments that have an overlay beside a file. */
function overlaysOf(file: string): readonly string[] {
  const { dir, name, ext } = path.parse(file);
  return readdirSync(dir === '' ? '.' : dir)
    .filter((other) => other.startsWith(`${name}.`) && other.endsWith(ext))
    .map((other) => other.slice(name.length + 1, -ext.length))
    .filter((env) => environmentPattern.test(env))
    .sort();
}
