import { join } from 'node:path';
import { readBounded } from '../disk/bounded-file';
import { parseDocument } from '../model/json-document';
import type { ParameterValue } from '../model/parameters';
import type { Target } from '../model/target';

/** The content of `triptych.json`, which describes the artifacts beside it. */
export interface Manifest {
  readonly version: 1;
  /** The architecture's name. */
  readonly architecture: string;
  /** The parameters that had a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** `null` where there was none. */
  readonly env: string | null;
  readonly targets: readonly Target[];
  /** By target, the functions whose archives were left empty. */
  readonly withoutCode: Readonly<Partial<Record<Target, readonly string[]>>>;
}

/** The name of the file; a folder that holds it may be replaced. */
export const manifestFile = 'triptych.json';

/** A larger file holds more than names and parameters. */
const mostBytes = 16_777_216;

/** Reads a folder's manifest; undefined if `triptych synth` didn't write one. */
export function manifestIn(folder: string): Manifest | undefined {
  try {
    const manifest = parseDocument(readBounded(join(folder, manifestFile), mostBytes)) as Partial<Manifest> | null;
    const isOurs =
      manifest?.version === 1 &&
      typeof manifest.architecture === 'string' &&
      Array.isArray(manifest.targets) &&
      typeof (manifest.env ?? '') === 'string';
    return isOurs ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
