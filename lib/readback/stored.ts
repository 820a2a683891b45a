import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DocumentError, parseDocument } from '../model/json-document';
import { mapIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';

/** An architecture as an app gave it to its engine. It lies beside the artifacts. */
export interface Stored {
  /** The file, or the place of it in a recording. */
  readonly from: string;
  /** Absolute folder that `code` is relative to. */
  readonly directory: string;
  readonly architecture: object;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The file with the architecture of a construct: `ShopStack/Shop` → `ShopStack.Shop.architecture.json`. */
export const storedFile = (path: string): string => `${path.replace(/[^A-Za-z0-9_-]/g, '.')}.architecture.json`;

/**
 * Reads the architecture beside an artifact; undefined if there is none for the construct with that path.
 * @throws ArtefactError if it can't be read
 */
export function readStored(file: string, path: string): Stored | undefined {
  if (!existsSync(file)) return undefined;
  const content = readDocument(file);
  // Two paths can lead to the same name.
  return content['path'] === path ? storedIn(content, file, dirname(file)) : undefined;
}

/**
 * Reads the architecture that a Pulumi component registered with the recorder; undefined if it registered none.
 * @throws ArtefactError if it can't be read
 */
export function readRegistered(text: unknown, file: string): Stored | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return storedIn(mapIn(parseDocument(Buffer.from(text)), file, 'stored'), file, dirname(file));
  } catch (error) {
    throw error instanceof DocumentError ? new ArtefactError(file, error.message) : error;
  }
}

function storedIn(content: Json, file: string, folder: string): Stored {
  const { version, architecture, parameters } = content;
  if (version !== 1) throw new ArtefactError(file, 'must have an architecture in the form of version 1');
  return {
    from: file,
    directory: resolve(folder, textIn(content['directory'], file, 'directory')),
    architecture: mapIn(architecture, file, 'architecture'),
    parameters: mapIn(parameters, file, 'parameters'),
  };
}
