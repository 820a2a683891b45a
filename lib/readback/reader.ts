import type { Facts } from '../facts/facts';
import type { Kind } from '../model/kind';
import type { Artefact, Scope } from './artefact';
import type { Found } from './found';

/** The readers of the elements of each kind: from a name and the whole artifact to the element's facts. */
export type NounReaders = {
  readonly [K in Kind]: (name: string, artefact: Artefact) => Facts[K][string] | undefined;
};

/** All readers of one target's artifacts. */
export interface Reader {
  /** Finds the architectures in a folder, each of which opens as resources with resolved references. */
  readonly find: (folder: string, scope: Scope) => readonly Found[];
  readonly foundation: (artefact: Artefact) => Facts['foundation'];
  readonly nouns: NounReaders;
  readonly outputs: (artefact: Artefact) => Facts['outputs'];
  /** Reads which functions have empty archives. @default the stamp's list */
  readonly withoutCode?: (artefact: Artefact) => Facts['withoutCode'];
}
