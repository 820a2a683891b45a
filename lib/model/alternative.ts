import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { fieldMeant, hintForField } from './habit';
import { kinds } from './kind';
import type { Finding, Path } from './problem';
import { isOptional, schemasAt } from './schema';

/** One of several maps that a field accepts. */
interface Alternative {
  readonly index: number;
  /** Required field that no other alternative has: it tells which one is meant. */
  readonly mark: string;
  readonly fields: readonly string[];
}

/** The alternative that is meant, with messages and hints for its unknown fields. */
interface Meant {
  readonly index: number;
  readonly messageOf?: (key: string) => string | undefined;
  readonly hintOf: (key: string) => string;
}

/** Finds the alternative that a map means, by its index; or reports that it means none, or two. */
export function meantAlternative(
  schema: $ZodType,
  path: Path,
  value: unknown,
): Meant | { readonly findings: Finding[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const schemas = schemasAt(schema, path);
  const isElement = path.length === 2 && kinds.some((kind) => kind === path[0]);
  const standing = isElement ? existingOrOwn(schemas, value) : undefined;
  if (standing) return standing;
  const all = alternativesOf(schemas);
  if (!all) return undefined;
  const marks = all.map(({ mark }) => mark);
  const [first, second] = marks.filter((mark) => Object.hasOwn(value, mark));
  if (first === undefined) return { findings: [saysNone(path, Object.keys(value), marks)] };
  if (second !== undefined) {
    const message = `conflicts with ${first}: only one of ${marks.join(', ')} is allowed here`;
    const isEntry = typeof path.at(-1) === 'number';
    const hint = isEntry
      ? 'write a separate entry for each'
      : `remove one of them; in an overlay, set ${first} to null`;
    return { findings: [{ path: [...path, second], at: 'key', message, hint }] };
  }
  const { index, fields } = all.find(({ mark }) => mark === first)!;
  const hintOf = (key: string): string => {
    const others = all.filter((one) => one.fields.includes(key)).map(({ mark }) => mark);
    return (
      hintForField(key, fields) ??
      (others.length > 0 ? `it belongs with ${others.join(' or ')}` : `known fields: ${fields.join(', ')}`)
    );
  };
  return { index, hintOf };
}

/**
 * Finds the alternative of an element: with `existing` it stands for a resource that something else owns, and without it
 * for one of the architecture's own.
 */
function existingOrOwn(schemas: readonly $ZodTypes[], value: object): Meant | undefined {
  const fields = schemas.map(({ _zod: { def } }) => (def.type === 'object' ? Object.keys(def.shape) : []));
  const existing = fields.findIndex((keys) => keys.includes('existing'));
  const own = fields.findIndex((_, index) => index !== existing);
  if (existing === -1 || own === -1) return undefined;
  const known = fields[own]!;
  if (!Object.hasOwn(value, 'existing')) {
    const hintOf = (key: string) => hintForField(key, [...known, 'existing']) ?? knownFields(known);
    return { index: own, hintOf };
  }
  return {
    index: existing,
    messageOf: (key) => (known.includes(key) ? 'conflicts with existing: only creation needs this field' : undefined),
    hintOf: (key) =>
      known.includes(key) ? "leave it out: the resource's owner decides it" : 'existing is the only field beside it',
  };
}

/** The fields that tell the maps that a field accepts from each other; none where it accepts fewer than two. */
export const marksAt = (schema: $ZodType, path: Path): readonly string[] =>
  (alternativesOf(schemasAt(schema, path)) ?? []).map(({ mark }) => mark);

/** The fields of a map, for people. */
export const knownFields = (fields: readonly string[]): string =>
  fields.length > 0 ? `known fields: ${fields.join(', ')}` : 'it has no fields';

/** Alternatives with their marks; undefined where no two are maps, or no field tells the maps apart. */
function alternativesOf(schemas: readonly $ZodTypes[]): readonly Alternative[] | undefined {
  // A text may be an alternative, too.
  const shapes = schemas.flatMap(({ _zod: { def } }, index) =>
    def.type === 'object' ? [{ shape: def.shape, index }] : [],
  );
  if (shapes.length < 2) return undefined;
  const all = shapes.flatMap(({ shape, index }): Alternative[] => {
    const mark = Object.keys(shape).find(
      (key) =>
        !isOptional(shape[key]!) && shapes.every((other) => other.shape === shape || !Object.hasOwn(other.shape, key)),
    );
    return mark === undefined ? [] : [{ index, mark, fields: Object.keys(shape) }];
  });
  return all.length === shapes.length ? all : undefined;
}

function saysNone(path: Path, keys: readonly string[], marks: readonly string[]): Finding {
  const must = `must have one of ${marks.join(', ')}`;
  const [meant] = keys.flatMap((key) => {
    const field = fieldMeant(key, marks);
    return field === undefined ? [] : [{ key, hint: `did you mean ${field}?` }];
  });
  return meant ? { path: [...path, meant.key], at: 'key', message: must, hint: meant.hint } : { path, message: must };
}
