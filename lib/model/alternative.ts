import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { fieldMeant, hintForField } from './habit';
import type { Finding, Path } from './problem';
import { isOptional, schemasAt } from './schema';

/** One of several maps that a field accepts. */
interface Alternative {
  readonly index: number;
  /** Required field that no other alternative has: it tells which one is meant. */
  readonly mark: string;
  readonly fields: readonly string[];
}

/** Finds the alternative that a map means, by its index; or reports that it means none, or two. */
export function meantAlternative(
  schema: $ZodType,
  path: Path,
  value: unknown,
): { readonly index: number; readonly hintOf: (key: string) => string } | { readonly findings: Finding[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const all = alternativesOf(schemasAt(schema, path));
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
