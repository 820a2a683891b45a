import { splitElementId, type ElementId } from '../../model/name';
import { equal, isObject, type Path, type Resource } from '../resource';
import { readText, type Lookup } from '../text';

/** How long Cloud Run waits for a container to start, in seconds. */
const startupSeconds = 240;

/** What a container finds in its environment: texts, and secrets' values, each with the secret's name. */
export interface ReadEnvironment {
  readonly environment: Record<string, string>;
  readonly secrets: Record<string, string>;
}

/** How an engine spells where a value comes from. */
export interface SecretWords {
  readonly source: string;
  readonly key: string;
}

/**
 * A container's environment, which Cloud Run has as a list of names, each with a value or with where that is;
 * undefined if a name is there twice.
 */
export function readEnvironment(
  value: unknown,
  words: SecretWords,
  lookup: Lookup,
  secretAt: (pointer: unknown) => ElementId | undefined,
): ReadEnvironment | undefined {
  if (value === undefined) return { environment: {}, secrets: {} };
  const variables = Array.isArray(value) ? value.map((one) => readVariable(one, words, lookup, secretAt)) : [undefined];
  if (!variables.every((one) => one !== undefined)) return undefined;
  if (new Set(variables.map(({ name }) => name)).size < variables.length) return undefined;
  const of = (kind: 'text' | 'secret') =>
    Object.fromEntries(variables.flatMap(({ name, [kind]: what }) => (what === undefined ? [] : [[name, what]])));
  return { environment: of('text'), secrets: of('secret') };
}

/** A variable, and the text or the secret's name that it has; always the value that was put there last. */
function readVariable(
  variable: unknown,
  { source, key }: SecretWords,
  lookup: Lookup,
  secretAt: (pointer: unknown) => ElementId | undefined,
): { readonly name: string; readonly text?: string; readonly secret?: string } | undefined {
  const { name, ...rest } = isObject(variable) ? variable : {};
  if (typeof name !== 'string') return undefined;
  if (Object.keys(rest).join() === 'value') {
    const text = readText(rest['value'], lookup);
    return text === undefined ? undefined : { name, text };
  }
  const from = isObject(rest[source]) ? rest[source][key] : undefined;
  const pointer = isObject(from) ? from['secret'] : undefined;
  const id = secretAt(pointer);
  const isRight = equal(rest, { [source]: { [key]: { secret: pointer, version: 'latest' } } });
  return id !== undefined && isRight ? { name, secret: splitElementId(id).name } : undefined;
}

/** A list of texts that hold no references; empty ones are texts too. */
export const readWords = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string') ? value : undefined;

/** How an engine spells a probe. */
export interface ProbeWords {
  readonly startup: string;
  readonly liveness: string;
  readonly get: string;
  readonly period: string;
  readonly timeout: string;
  readonly failures: string;
}

/** What the two probes of a container say: the second as the model has it, the first as follows from it. */
export function readProbes(service: Resource, container: Path, port: number | undefined, words: ProbeWords) {
  const probe = [...container, words.liveness];
  const path = service.string([...probe, words.get, 'path']);
  const timeoutSeconds = service.number([...probe, words.timeout]);
  const intervalSeconds = service.number([...probe, words.period]);
  const unhealthyCount = service.number([...probe, words.failures]);
  service.fixed([...probe, words.get, 'port'], port);
  if (
    path === undefined ||
    timeoutSeconds === undefined ||
    intervalSeconds === undefined ||
    unhealthyCount === undefined
  )
    return undefined;
  service.fixed([...container, words.startup], {
    [words.get]: { path, port },
    [words.period]: timeoutSeconds,
    [words.timeout]: timeoutSeconds,
    [words.failures]: Math.floor(startupSeconds / timeoutSeconds),
  });
  return { path, intervalSeconds, timeoutSeconds, unhealthyCount };
}
