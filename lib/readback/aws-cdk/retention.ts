import type { Resource } from '../resource';

/**
 * Reads the deletion policies of an element's resources, which have to agree: they stay, except after a failed creation,
 * when they are still empty.
 */
export function readRetention(parts: readonly (Resource | undefined)[]): boolean | undefined {
  const said = parts.flatMap((part) => [
    part?.one(['DeletionPolicy'], ['RetainExceptOnCreate', true], ['Delete', false]),
    part?.one(['UpdateReplacePolicy'], ['Retain', true], ['Delete', false]),
  ]);
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}
