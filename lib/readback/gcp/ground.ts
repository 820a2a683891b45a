import { parseJson } from '../json';
import { equal, isObject, type Path, type Pointer, type Resource } from '../resource';

/** The roles of grants that hold what is fixed and a role; whatever else stands in them is not understood. */
export function readRoles(
  grants: readonly Resource[],
  role: Path,
  fixed: readonly (readonly [path: Path, right: unknown])[],
): string[] {
  const read = grants.map((grant) => {
    for (const [path, right] of fixed) grant.fixed(path, right);
    return grant.string(role) ?? '';
  });
  return read.sort();
}

/** Permissions, sorted; undefined if one stands there twice. */
export function readPermissions(value: unknown): string[] | undefined {
  const isList = Array.isArray(value) && value.every((permission) => typeof permission === 'string');
  return isList && new Set(value).size === value.length ? [...(value as string[])].sort() : undefined;
}

/** Says that a resource waits for just these services of Google's, in any order. */
export function waitsFor(
  resource: Resource | undefined,
  path: Path,
  services: ReadonlyMap<string, string>,
  names: readonly string[],
): void {
  const right = [...services].filter(([, service]) => names.includes(service)).map(([address]) => address);
  const found = resource?.at(path);
  const isRight = Array.isArray(found) && equal([...(found as unknown[])].sort(), [...right].sort());
  resource?.fixed(path, isRight ? found : right);
}

/** A name of which the project, the engine's own word for it, is the last part; undefined if it isn't one. */
export function beforeProject(name: unknown, project: Pointer): string | undefined {
  const join = isObject(name) ? name['join'] : undefined;
  const before: unknown = Array.isArray(join) ? join[0] : undefined;
  const isRight = typeof before === 'string' && before.endsWith('-') && equal(name, { join: [before, project] });
  return isRight ? before.slice(0, -1) : undefined;
}

/** The keys of an exported document in which every value is what its key says, in order. */
export function readDocument(text: unknown, right: Readonly<Record<string, unknown>>): string[] | undefined {
  const present = Object.fromEntries(Object.entries(right).filter(([, value]) => value !== undefined));
  return equal(parseJson(text), present) ? Object.keys(present).sort() : undefined;
}
