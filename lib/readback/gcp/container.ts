import { isObject, type Path, type Resource } from '../resource';
import { readTexts, type Lookup } from '../text';

/** How long Cloud Run waits for a container to start, in seconds. */
const startupSeconds = 240;

/** A container's environment, which Cloud Run has as a list of names and values; undefined if a name is there twice. */
export function readEnvironment(value: unknown, lookup: Lookup): Record<string, string> | undefined {
  if (value === undefined) return {};
  const pairs = Array.isArray(value) ? value.map(readPair) : [undefined];
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  const map = new Map(pairs);
  return map.size === pairs.length ? readTexts(Object.fromEntries(map), lookup) : undefined;
}

function readPair(pair: unknown): [string, unknown] | undefined {
  if (!isObject(pair) || Object.keys(pair).sort().join() !== 'name,value') return undefined;
  return typeof pair['name'] === 'string' ? [pair['name'], pair['value']] : undefined;
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
