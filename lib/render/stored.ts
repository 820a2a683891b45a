import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Resolved } from '../model/resolve';

/** An architecture as it was given to an engine, so that artifacts can be compared with it without its file. */
export interface Stored {
  /** Absolute folder that `code` is relative to. */
  readonly directory: string;
  /** The architecture as it was written. */
  readonly architecture: unknown;
  /** The parameters that had a plain value. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** An architecture, and the values that it was resolved with. Values that only an engine knows aren't part of it. */
export const storedOf = ({ source, parameters }: Resolved): Stored => ({
  directory: source.directory,
  architecture: source.tree,
  parameters: Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

/** Apps with only an architecture, beside which `triptych synth` has written all that a comparison needs. */
export const standalone = new WeakSet<object>();

/** Writes an architecture into a folder of artifacts, in a file that has the name of its construct's path. */
export function writeStored(folder: string, path: string, { directory, ...stored }: Stored): void {
  const file = join(folder, `${path.replace(/[^A-Za-z0-9_-]/g, '.')}.architecture.json`);
  mkdirSync(dirname(file), { recursive: true });
  // The path between two folders of a project is the same on every machine.
  const way = relative(folder, directory).split(sep).join('/') || '.';
  writeFileSync(file, `${JSON.stringify({ version: 1, path, directory: way, ...stored }, null, 2)}\n`);
}

/** Set by a recorder of Pulumi programs, which keeps what a component registers. A state never holds the architecture. */
const recorder = Symbol.for('triptych.recorder');

/** The architecture as a component registers it for a recorder; nothing in a deployment. */
export const registeredFor = (stored: Stored): { readonly stored?: string } =>
  (globalThis as Record<symbol, unknown>)[recorder] === true
    ? { stored: JSON.stringify({ version: 1, ...stored }) }
    : {};
