import { existsSync } from 'node:fs';
import { FileError, hashBounded, readBounded } from '../disk/bounded-file';
import { namesBounded } from '../disk/bounded-folder';
import { DocumentError, parseDocument } from '../model/json-document';
import { ArtefactError } from './error';

/** A map of a document. */
export type Json = Record<string, unknown>;

/** A larger document is none of an engine: CloudFormation's limit for a template is 1 MB. */
const mostBytes = 134_217_728;

/** A larger file can't be uploaded as code, and a zip archive has no larger entries. */
const mostFileBytes = 4_294_967_295;

/** An artifact has a few hundred files. */
const mostNames = 10_000;

/**
 * Reads a document of an artifact, which is a map.
 * @throws ArtefactError if there is none, or if tools would read it differently
 */
export const readDocument = (file: string): Json =>
  readOrRefuse(file, () => mapIn(parseDocument(readBounded(file, mostBytes)), file));

/**
 * Reads the SHA-256 of a file that belongs to an artifact; undefined if there is none.
 * @throws ArtefactError if it isn't a file, or can't be read
 */
export const hashFile = (file: string): string | undefined =>
  existsSync(file) ? readOrRefuse(file, () => hashBounded(file, mostFileBytes)) : undefined;

/**
 * Lists the names in a folder of an artifact, in order.
 * @throws ArtefactError if it isn't a folder, can't be read, or has too many names
 */
export const namesIn = (folder: string): string[] => readOrRefuse(folder, () => namesBounded(folder, mostNames).sort());

/**
 * Runs something that reads a file.
 * @throws ArtefactError if the file can't be read, or tools would read it differently
 */
export function readOrRefuse<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError) throw new ArtefactError(file, error.reason);
    throw error instanceof DocumentError ? new ArtefactError(file, error.message) : error;
  }
}

/**
 * Reads the map at a place of a document; an absent one is empty.
 * @throws ArtefactError for any other value
 */
export function mapIn(value: unknown, file: string, ...place: readonly string[]): Json {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw damaged(value, file, place, 'a map');
}

/**
 * Reads the map of maps at a place of a document; an absent one is empty.
 * @throws ArtefactError for any other value
 */
export const mapsIn = (value: unknown, file: string, ...place: readonly string[]): [key: string, map: Json][] =>
  Object.entries(mapIn(value, file, ...place)).map(([key, child]) => [key, mapIn(child, file, ...place, key)]);

/**
 * Reads the list of maps at a place of a document; an absent one is empty.
 * @throws ArtefactError for any other value
 */
export function listIn(value: unknown, file: string, ...place: readonly string[]): Json[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw damaged(value, file, place, 'a list');
  return value.map((item, index) => mapIn(item, file, ...place, String(index)));
}

/**
 * Reads the text at a place of a document.
 * @throws ArtefactError for any other value
 */
export function textIn(value: unknown, file: string, ...place: readonly string[]): string {
  if (typeof value === 'string') return value;
  throw damaged(value, file, place, 'a text');
}

/**
 * Reads true or false at a place of a document.
 * @throws ArtefactError for any other value
 */
export function flagIn(value: unknown, file: string, ...place: readonly string[]): boolean {
  if (typeof value === 'boolean') return value;
  throw damaged(value, file, place, 'true or false');
}

function damaged(value: unknown, file: string, place: readonly string[], wanted: string): ArtefactError {
  const at = place.length > 0 ? ` at ${place.join('.')}` : '';
  return new ArtefactError(file, `must have ${wanted}${at}, got ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { object: 'a map', string: 'a text' }[typeof value as string] ?? String(value);
}
