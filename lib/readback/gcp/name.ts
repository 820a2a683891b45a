import { equal, isObject, type Pointer } from '../resource';

/** A globally unique name without the project that it ends with; undefined for any other name. */
export function beforeProject(name: unknown, project: Pointer): string | undefined {
  const join = isObject(name) ? name['join'] : undefined;
  const before: unknown = Array.isArray(join) ? join[0] : undefined;
  const isRight = typeof before === 'string' && before.endsWith('-') && equal(name, { join: [before, project] });
  return isRight ? before.slice(0, -1) : undefined;
}
