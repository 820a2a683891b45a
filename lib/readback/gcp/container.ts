import type { TextFact } from '../../facts/text-fact';
import { splitElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, isObject, type Path, type Resource } from '../resource';
import { outside } from '../outside';
import { readTextFact, type Lookup } from '../text';
import type { Dialect } from './dialect';
import { spell } from '../spell';
import { elementAt, lookupIn } from './reference';

/** The time that a container has to start, in seconds. */
const startupSeconds = 240;

/** A container's environment: texts, and the names of the secrets whose values it gets. */
export interface ReadEnvironment {
  readonly environment: Record<string, TextFact>;
  readonly secrets: Record<string, string>;
}

/**
 * Reads a container's environment: on Cloud Run a list of names, each with a value or its source.
 * @returns undefined if a variable isn't understood, or if two have one name
 */
export function readEnvironment(value: unknown, dialect: Dialect, artefact: Artefact): ReadEnvironment | undefined {
  if (value === undefined) return { environment: {}, secrets: {} };
  const lookup = lookupIn(dialect, artefact);
  const variables = Array.isArray(value)
    ? value.map((one) => readVariable(one, lookup, dialect, artefact))
    : [undefined];
  if (!variables.every((one) => one !== undefined)) return undefined;
  if (new Set(variables.map(({ name }) => name)).size < variables.length) return undefined;
  const texts = variables.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const]));
  const secrets = variables.flatMap(({ name, secret }) => (secret === undefined ? [] : [[name, secret] as const]));
  return { environment: Object.fromEntries(texts), secrets: Object.fromEntries(secrets) };
}

/** Reads a variable with a text, or with the newest value of a secret. */
function readVariable(
  variable: unknown,
  lookup: Lookup,
  dialect: Dialect,
  artefact: Artefact,
): { readonly name: string; readonly text?: TextFact; readonly secret?: string } | undefined {
  const { name, ...rest } = isObject(variable) ? variable : {};
  if (typeof name !== 'string') return undefined;
  if (Object.keys(rest).join() === 'value') return { name, text: readTextFact(rest['value'], lookup) };
  const [source, key] = ['value_source', 'secret_key_ref'].map(dialect.word) as [string, string];
  const from = isObject(rest[source]) ? rest[source][key] : undefined;
  const pointer = isObject(from) ? from['secret'] : undefined;
  const id = elementAt(pointer, 'secret', 'id', dialect, artefact);
  const isRight = equal(rest, { [source]: { [key]: { secret: pointer, version: 'latest' } } });
  // What has another source is stated as a variable of its own, so that the others can still be compared.
  return id !== undefined && isRight ? { name, secret: splitElementId(id).name } : { name, text: outside(rest) };
}

/** A list of texts without references; an empty text is one too. */
export const readWords = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string') ? value : undefined;

/** Reads a container's two probes: the liveness probe has the model's values, and the startup probe follows from it. */
export function readProbes(service: Resource, container: Path, port: number | undefined, dialect: Dialect) {
  const { word } = dialect;
  const at = (...words: readonly string[]) => [...container, ...['liveness_probe', ...words].map(word)];
  const path = service.string(at('http_get', 'path'));
  const timeoutSeconds = service.number(at('timeout_seconds'));
  const intervalSeconds = service.number(at('period_seconds'));
  const unhealthyCount = service.number(at('failure_threshold'));
  service.fixed(at('http_get', 'port'), port);
  if (
    path === undefined ||
    timeoutSeconds === undefined ||
    intervalSeconds === undefined ||
    unhealthyCount === undefined
  )
    return undefined;
  const startup = {
    http_get: { path, port },
    period_seconds: timeoutSeconds,
    timeout_seconds: timeoutSeconds,
    failure_threshold: Math.floor(startupSeconds / timeoutSeconds),
  };
  service.fixed([...container, word('startup_probe')], spell(dialect, startup));
  return { path, intervalSeconds, timeoutSeconds, unhealthyCount };
}
