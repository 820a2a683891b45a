import type { Path, Resource } from '../resource';

/** A physical name that the program gives, rather than leaving it to Pulumi. */
export function readName(resource: Resource, path: Path = ['inputs', 'name']): string | undefined {
  return resource.at(path) === undefined ? undefined : resource.string(path);
}
