import { join } from 'node:path';
import { isObject } from '../readback/resource';
import { Folder } from '../readback/folder';
import { readDocument } from '../readback/document';
import { ArtefactError } from '../readback/error';
import { misnamedEnvironment, partInNames } from '../model/environment';
import { didYouMean } from '../model/nearest';
import { targets, type Target } from '../model/target';
import { manifestFile, type Manifest } from '../synth/manifest';

/** A folder that `triptych synth` wrote. */
export interface Synthesized {
  readonly manifest: Manifest;
  /** The folder of a target that the manifest has. */
  readonly placeOf: (target: Target) => string;
}

/**
 * Opens a folder that `triptych synth` wrote: its manifest, and a folder for each target.
 * @throws ArtefactError if the manifest is wrong, or the folder holds anything else
 */
export function openSynthesized(place: string): Synthesized {
  const folder = new Folder(place);
  const file = folder.claim(manifestFile);
  if (file === undefined) throw new ArtefactError(join(place, manifestFile), 'must be a file, not a link or a folder');
  const manifest = manifestFrom(readDocument(file), file);
  const missing = manifest.targets.find((target) => !folder.claimFolder(target));
  if (missing !== undefined)
    throw new ArtefactError(join(place, missing), `must be a folder, because ${manifestFile} names this target`);
  const strays = folder.unrecognized().map(({ resource }) => resource);
  if (strays.length > 0)
    throw new ArtefactError(place, `contains ${listed(strays)}, not written by triptych synth: move what you need`);
  return { manifest, placeOf: (target) => join(place, target) };
}

/** The keys of a manifest, each with a test of its value and what it must be. */
const forms: Readonly<Record<keyof Manifest, readonly [isRight: (value: unknown) => boolean, form: string]>> = {
  version: [(value) => value === 1, 'must be 1'],
  architecture: [(value) => typeof value === 'string', 'must be the name of the architecture'],
  parameters: [
    (value) =>
      isMap(value) && Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one)),
    'must be a map of texts, numbers and booleans',
  ],
  env: [
    (value) =>
      value === null ||
      (typeof value === 'string' && partInNames({ name: value }) !== undefined && !misnamedEnvironment(value)),
    'must be null, or the name of an environment other than dev',
  ],
  targets: [(value) => isListOfTexts(value) && value.length > 0, 'must be a list with at least one target'],
  withoutCode: [
    (value) => isMap(value) && Object.values(value).every(isListOfTexts),
    'must be a map of targets to lists of functions',
  ],
};

/** @throws ArtefactError if it isn't what `triptych synth` writes */
function manifestFrom(content: Readonly<Record<string, unknown>>, file: string): Manifest {
  if (content['version'] !== 1 || typeof content['architecture'] !== 'string')
    throw new ArtefactError(file, 'was not written by triptych synth');
  const unknown = Object.keys(content).find((key) => !Object.hasOwn(forms, key));
  if (unknown !== undefined) throw new ArtefactError(file, `has the unknown key ${unknown}`);
  for (const [key, [isRight, form]] of Object.entries(forms))
    if (!isRight(content[key])) throw new ArtefactError(file, `${key}: ${form}, got ${JSON.stringify(content[key])}`);
  const manifest = content as unknown as Manifest;
  checkTargets('targets', manifest.targets, targets, file);
  checkTargets('withoutCode', Object.keys(manifest.withoutCode), manifest.targets, file);
  return manifest;
}

/** @throws ArtefactError if a target isn't among the allowed ones, or is there twice */
function checkTargets(key: string, said: readonly string[], allowed: readonly Target[], file: string): void {
  for (const [index, target] of said.entries()) {
    if (said.indexOf(target) < index) throw new ArtefactError(file, `${key}: has ${target} twice`);
    if (!(allowed as readonly string[]).includes(target)) {
      const hint = didYouMean(target, allowed) ?? `must be ${allowed.join(', ')}`;
      throw new ArtefactError(file, `${key}: has the unknown target ${target} (${hint})`);
    }
  }
}

/** The number of names in a message. */
const most = 3;

const listed = (names: readonly string[]): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');

const isMap = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value);

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
