import { equal, isObject, type Path, type Resource } from './resource';

type Tags = Readonly<Record<string, string>>;

/** Reads the tags that all of these resources have; undefined if two differ, or if one isn't a map of texts. */
export function tagsOf(resources: readonly (Resource | undefined)[], path: Path): Tags | undefined {
  const [first, ...others] = resources
    .filter((resource) => resource !== undefined)
    .map((resource) => resource.as(path, (value) => (value === undefined ? {} : readTags(value))));
  return first !== undefined && others.every((one) => equal(one, first)) ? first : undefined;
}

/** Reads tags from a map, or from CloudFormation's list of keys and values. */
function readTags(value: unknown): Tags | undefined {
  const entries = Array.isArray(value) ? value.map(readPair) : isObject(value) ? Object.entries(value) : [undefined];
  if (!entries.every((entry) => entry !== undefined && entry.every((word) => typeof word === 'string')))
    return undefined;
  // Only one of two values with one key could be kept.
  if (new Set(entries.map(([key]) => key)).size < entries.length) return undefined;
  return Object.fromEntries(entries as [string, string][]);
}

function readPair(pair: unknown): [unknown, unknown] | undefined {
  if (!isObject(pair) || Object.keys(pair).length !== 2) return undefined;
  return [pair['Key'], pair['Value']];
}
