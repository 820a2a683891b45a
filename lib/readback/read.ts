import type { Facts } from '../facts/facts';
import type { Target } from '../model/target';
import { kinds, type Kind } from '../model/kind';
import type { Artefact, Scope } from './artefact';
import { readEngineValues } from './engine-values';
import { readExisting } from './existing';
import { onlyOne, type Found } from './found';
import type { Reader } from './reader';
import { readRoleSettings } from './role-settings';

/* eslint-disable @typescript-eslint/no-require-imports -- reading one target's artefacts loads one target's readers */
const readers: Readonly<Record<Target, () => Reader>> = {
  'aws-cdk': () => (require('./aws-cdk/reader') as typeof import('./aws-cdk/reader')).reader,
  'gcp-cdktf': () => (require('./gcp-cdktf/reader') as typeof import('./gcp-cdktf/reader')).reader,
  'aws-pulumi': () => (require('./aws-pulumi/reader') as typeof import('./aws-pulumi/reader')).reader,
  'gcp-pulumi': () => (require('./gcp-pulumi/reader') as typeof import('./gcp-pulumi/reader')).reader,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/**
 * Finds the architectures in a folder of artifacts, by their stamps.
 * @throws ArtefactError if the artifacts can't be read at all
 */
export const findArchitectures = (folder: string, target: Target, scope: Scope = 'whole'): readonly Found[] =>
  readers[target]().find(folder, scope);

/**
 * Opens the artifacts in a folder as resources that no reader has read yet.
 * @throws ArtefactError if they can't be read at all, or don't contain exactly one architecture
 */
export const openArtefact = (folder: string, target: Target, scope: Scope = 'whole'): Artefact =>
  onlyOne(findArchitectures(folder, target, scope), folder).open();

/** Reads an architecture that was found into facts. */
export const readFound = (found: Found, target: Target, scope: Scope): Facts =>
  factsOf(found.open(), readers[target](), scope);

/**
 * Reads the artifacts in a folder into facts.
 * @throws ArtefactError if they can't be read at all, or don't contain exactly one architecture
 */
export const readFacts = (folder: string, target: Target, scope: Scope = 'whole'): Facts =>
  readFound(onlyOne(findArchitectures(folder, target, scope), folder), target, scope);

/** The facts of an artifact, and everything in it that no reader understood. */
export function factsOf(artefact: Artefact, reader: Omit<Reader, 'find'>, scope: Scope = 'whole'): Facts {
  const { architecture: name, env, withoutCode: stamped } = artefact.stamp;
  const withoutCode = reader.withoutCode?.(artefact) ?? stamped;
  const foundation = reader.foundation(artefact);
  const { engineValues, unrecognized } = readEngineValues(artefact, scope);
  const notJudgedIn = artefact.notJudged(scope);
  const roleSettings = readRoleSettings(artefact);
  const elements = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { ...readEach(artefact.elements(kind), artefact, reader.nouns[kind]), ...readExisting(kind, artefact) },
    ]),
  ) as Pick<Facts, Kind>;
  return {
    name,
    ...(env !== undefined && { env }),
    ...(foundation !== undefined && { foundation }),
    ...elements,
    outputs: reader.outputs(artefact),
    ...(engineValues && { engineValues }),
    ...roleSettings,
    withoutCode,
    // Last, because a property that no reader has read by now isn't understood.
    unrecognized: [...artefact.unrecognized(scope), ...unrecognized],
    notJudged: Object.values(notJudgedIn).reduce((sum, count) => sum + count, 0),
    notJudgedIn,
    unjudged: artefact.unjudged(),
  };
}

/** The facts of each element; an element that its reader doesn't find has none. */
function readEach(
  names: readonly string[],
  artefact: Artefact,
  read: (name: string, artefact: Artefact) => unknown,
): Record<string, unknown> {
  const facts = names.map((name) => [name, read(name, artefact)] as const);
  return Object.fromEntries(facts.filter(([, fact]) => fact !== undefined));
}
