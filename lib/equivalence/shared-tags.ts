import type { Facts } from '../facts/facts';
import { kinds } from '../model/kind';
import type { Difference } from './difference';

/** The path of a tag of an element. */
const ofElement = new RegExp(`^((?:${kinds.join('|')})\\.[^.!]+|foundation)\\.tags\\.(.+)$`, 's');

/** The path of a tag of a resource that has no tags in the promise. */
const ofResource = /\.(?:Tags|tags|labels|userLabels|user_labels)\.([^.]+)$/;

/**
 * Gathers a tag that an app gives to everything, with one value, into one difference, `tags.team`. A tag that one element
 * lacks, or has with another value, stays a difference of each.
 */
export function gatherTags(differences: readonly Difference[], expected: Facts): Difference[] {
  const tagged = taggedIn(expected);
  const added = differences.flatMap((difference) => {
    const [, element, key] = ofElement.exec(difference.path) ?? [];
    return element === undefined || key === undefined || difference.expected !== undefined
      ? []
      : [{ element, key, difference }];
  });
  const shared = new Map<string, unknown>();
  for (const key of new Set(added.map((one) => one.key))) {
    const same = added.filter((one) => one.key === key);
    const [first] = same;
    const isEverywhere = tagged.every((element) => same.some((one) => one.element === element));
    if (isEverywhere && same.every(({ difference }) => difference.actual === first!.difference.actual))
      shared.set(key, first!.difference.actual);
  }
  const isShared = ({ path, expected: promised, actual, resource }: Difference): boolean => {
    const key = ofElement.exec(path)?.[2] ?? (resource === undefined ? undefined : ofResource.exec(path)?.[1]);
    return key !== undefined && promised === undefined && shared.has(key) && shared.get(key) === actual;
  };
  const [first] = differences;
  return [
    ...[...shared].map(([key, actual]): Difference => ({ target: first!.target, path: `tags.${key}`, actual })),
    ...differences.filter((one) => !isShared(one)),
  ];
}

/** The elements that have tags, also where they are none, and the foundation. */
function taggedIn(facts: Facts): string[] {
  const elements = kinds.flatMap((kind) =>
    Object.entries(facts[kind]).map(([name, fact]) => [`${kind}.${name}`, fact]),
  );
  return [...elements, ['foundation', facts.foundation]].flatMap(([place, fact]) =>
    typeof fact === 'object' && fact !== null && 'tags' in fact ? [place as string] : [],
  );
}
