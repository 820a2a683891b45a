import { isObject, type Path, type Resource } from './resource';

type Tags = Readonly<Record<string, string>>;

/**
 * Reads the tags of resources. A key that not all of them have, or not with the same value, gets a text with the values
 * and their resources.
 * @returns undefined if there is no resource, or if the tags of one aren't a map of texts
 */
export const tagsOf = (resources: readonly (Resource | undefined)[], path: Path): Tags | undefined =>
  tagsAt(resources.flatMap((resource) => (resource === undefined ? [] : [{ resource, path }])));

/** Reads the tags at these places, in the same way. */
export function tagsAt(places: readonly { readonly resource: Resource; readonly path: Path }[]): Tags | undefined {
  const read = places.map(({ resource, path }) => ({
    resource,
    tags: resource.as(path, (value) => (value === undefined ? {} : readTags(value))),
  }));
  const understood = read.flatMap(({ resource, tags }) => (tags === undefined ? [] : [{ resource, tags }]));
  if (understood.length === 0 || understood.length < read.length) return undefined;
  const keys = new Set(understood.flatMap(({ tags }) => Object.keys(tags)));
  return Object.fromEntries([...keys].map((key) => [key, valueOf(key, understood)]));
}

function valueOf(key: string, read: readonly { readonly resource: Resource; readonly tags: Tags }[]): string {
  const byValue = new Map<string | undefined, string[]>();
  for (const { resource, tags } of read) {
    const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
    byValue.set(value, [
      ...(byValue.get(value) ?? []),
      (resource.local || resource.address).replace(/\/Resource$/, ''),
    ]);
  }
  const [only] = byValue.keys();
  if (byValue.size === 1 && only !== undefined) return only;
  return [...byValue].map(([value, names]) => `${value ?? 'nothing'} on ${names.join(', ')}`).join('; ');
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
