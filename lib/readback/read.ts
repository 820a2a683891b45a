import type { Facts } from '../facts/facts';
import type { Target } from '../model/target';
import type { Artefact, Scope } from './artefact';

/** What reads the nouns of one target's artefacts. */
export interface Reader {
  /** From a folder to resources with resolved references. */
  readonly open: (folder: string, scope: Scope) => Artefact;
  readonly foundation: (artefact: Artefact) => unknown;
  readonly functions: (name: string, artefact: Artefact) => Facts['functions'][string] | undefined;
  readonly services: (name: string, artefact: Artefact) => Facts['services'][string] | undefined;
  readonly apis: (name: string, artefact: Artefact) => Facts['apis'][string] | undefined;
  readonly queues: (name: string, artefact: Artefact) => Facts['queues'][string] | undefined;
  readonly topics: (name: string, artefact: Artefact) => Facts['topics'][string] | undefined;
  readonly buckets: (name: string, artefact: Artefact) => Facts['buckets'][string] | undefined;
  readonly secrets: (name: string, artefact: Artefact) => Facts['secrets'][string] | undefined;
  readonly tables: (name: string, artefact: Artefact) => Facts['tables'][string] | undefined;
  readonly outputs: (artefact: Artefact) => Facts['outputs'];
  /** The functions whose archives are empty. @default what the stamp says */
  readonly withoutCode?: (artefact: Artefact) => Facts['withoutCode'];
}

/* eslint-disable @typescript-eslint/no-require-imports -- reading one target's artefacts loads one target's readers */
const readers: Readonly<Record<Target, () => Reader>> = {
  'aws-cdk': () => (require('./aws-cdk/reader') as typeof import('./aws-cdk/reader')).reader,
  'gcp-cdktf': () => (require('./gcp-cdktf/reader') as typeof import('./gcp-cdktf/reader')).reader,
  'aws-pulumi': () => (require('./aws-pulumi/reader') as typeof import('./aws-pulumi/reader')).reader,
  'gcp-pulumi': () => (require('./gcp-pulumi/reader') as typeof import('./gcp-pulumi/reader')).reader,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/**
 * The artefacts in a folder as resources, before anybody has read them.
 * @throws ArtefactError if they can't be read at all
 */
export const openArtefact = (folder: string, target: Target, scope: Scope = 'whole'): Artefact =>
  readers[target]().open(folder, scope);

/**
 * What the artefacts in a folder say.
 * @throws ArtefactError if they can't be read at all
 */
export function readFacts(folder: string, target: Target, scope: Scope = 'whole'): Facts {
  const reader = readers[target]();
  return factsOf(reader.open(folder, scope), reader, scope);
}

/** What an artefact says, and what in it nobody understands. */
export function factsOf(artefact: Artefact, reader: Omit<Reader, 'open'>, scope: Scope = 'whole'): Facts {
  const { architecture: name, withoutCode: stamped } = artefact.stamp;
  const withoutCode = reader.withoutCode?.(artefact) ?? stamped;
  const foundation = reader.foundation(artefact);
  return {
    name,
    ...(foundation !== undefined && { foundation }),
    functions: each('functions', artefact, reader.functions),
    services: each('services', artefact, reader.services),
    apis: each('apis', artefact, reader.apis),
    queues: each('queues', artefact, reader.queues),
    topics: each('topics', artefact, reader.topics),
    buckets: each('buckets', artefact, reader.buckets),
    secrets: each('secrets', artefact, reader.secrets),
    tables: each('tables', artefact, reader.tables),
    outputs: reader.outputs(artefact),
    withoutCode,
    // Only now: what no reader has asked for by then, none will.
    unrecognized: artefact.unrecognized(scope),
    notJudged: artefact.notJudged(scope),
  };
}

function each<Fact>(
  kind: string,
  artefact: Artefact,
  read: (name: string, artefact: Artefact) => Fact | undefined,
): Record<string, Fact> {
  const facts = artefact.elements(kind).map((name) => [name, read(name, artefact)] as const);
  return Object.fromEntries(facts.filter((entry): entry is readonly [string, Fact & {}] => entry[1] !== undefined));
}
