import type { Difference } from '../../lib/equivalence/difference';
import { Document } from '../../scripts/document';
import { differencesIn, type Rendering } from '../rendering';

/** JSON as an artefact holds it, open to edits. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an edit reaches into what it knows, and fails where it doesn't
export type Json = any;

/** A rendering whose artefact can be changed, and read again. */
export class Editable {
  private readonly document: Document;

  constructor(private readonly rendering: Rendering) {
    const { target, folder, resolved } = rendering;
    this.document = new Document(target, folder, resolved.architecture.name);
  }

  /** The artefact as it was rendered, a copy each time. */
  original(): Json {
    return JSON.parse(this.document.text);
  }

  /** What a comparison finds with another artefact in place of the one that was rendered. */
  differencesWith(artefact: Json): Difference[] {
    this.document.write(JSON.stringify(artefact));
    try {
      return differencesIn(this.rendering);
    } finally {
      this.document.restore();
    }
  }
}
