import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference } from '../../lib/equivalence/difference';
import { fileOf } from '../artefact-file';
import { differencesIn, type Rendering } from '../rendering';

/** JSON as an artefact holds it, open to edits. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an edit reaches into what it knows, and fails where it doesn't
export type Json = any;

/** A rendering whose artefact can be changed, and read again. */
export class Editable {
  private readonly file: string;
  private readonly text: string;

  constructor(private readonly rendering: Rendering) {
    const { target, folder, resolved } = rendering;
    this.file = join(folder, fileOf[target](resolved.architecture.name));
    this.text = readFileSync(this.file, 'utf8');
  }

  /** The artefact as it was rendered, a copy each time. */
  original(): Json {
    return JSON.parse(this.text);
  }

  /** What a comparison finds with another artefact in place of the one that was rendered. */
  differencesWith(artefact: Json): Difference[] {
    writeFileSync(this.file, JSON.stringify(artefact));
    try {
      return differencesIn(this.rendering);
    } finally {
      writeFileSync(this.file, this.text);
    }
  }
}
