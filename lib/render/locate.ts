import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { load, loadFile, withoutUrl, type LoadOptions } from '../model/load';
import type { Source } from '../model/source';

/**
 * Places in which an architecture's file may be: below the working folder, or else below the nearest package above it. A
 * project in a subfolder can name files relative to its repository.
 */
export function placesOf(file: string, folder = process.cwd()): readonly string[] {
  const here = resolve(folder, file);
  if (isAbsolute(file)) return [here];
  for (let above = folder; above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, 'package.json'))) return [...new Set([here, join(above, file)])];
  return [here];
}

/** Finds an architecture's file: the first of its places that exists, as it was named where that is the first of all. */
export function locate(file: string, folder = process.cwd()): string {
  const [here = file, ...others] = placesOf(file, folder);
  return existsSync(here) ? file : (others.find(existsSync) ?? file);
}

/**
 * Loads an architecture, or its file from the first of its places.
 * @throws ArchitectureError if there is no such file, or it isn't YAML or JSON
 */
export function loadGiven(given: string | object, options: LoadOptions = {}): Source {
  const architecture = withoutUrl(given);
  if (typeof architecture !== 'string') return load(architecture, options);
  return loadFile(locate(architecture), options, placesOf(architecture));
}
