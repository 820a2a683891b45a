import type { Artefact } from './artefact';
import type { Path } from './resource';
import { readText, type Lookup } from './text';

/** Reads the outputs of an artifact; each may have only a value. */
export function readOutputs(artefact: Artefact, type: string, value: Path, lookup: Lookup): Record<string, string> {
  return Object.fromEntries(
    artefact
      .parts('outputs', type)
      .map((output) => [output.local, output.as(value, (text) => readText(text, lookup))] as const)
      .filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}
