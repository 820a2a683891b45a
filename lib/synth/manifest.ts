import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParameterValue } from '../model/parameters';
import type { Target } from '../model/target';

/** What `triptych.json` says about the artefacts beside it. */
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

/** What the file in a folder says; undefined if it isn't one that `triptych synth` wrote. */
export function manifestIn(folder: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as Partial<Manifest> | null;
    const isOurs =
      manifest?.version === 1 && typeof manifest.architecture === 'string' && Array.isArray(manifest.targets);
    return isOurs ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
