import type { Artefact } from './artefact';
import type { Path } from './resource';
import type { TextFact } from '../facts/text-fact';
import { readTextFact, type Lookup } from './text';

/** Reads the outputs of an artifact; each may have only a value. */
export function readOutputs(artefact: Artefact, type: string, value: Path, lookup: Lookup): Record<string, TextFact> {
  return Object.fromEntries(
    artefact.parts('outputs', type).flatMap((output) => {
      const fact = output.as(value, (text) => (text === undefined ? undefined : readTextFact(text, lookup)));
      return fact === undefined ? [] : [[output.local, fact]];
    }),
  );
}
