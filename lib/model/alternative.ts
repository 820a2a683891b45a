import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { fieldMeant, hintForField } from './habit';
import type { Finding, Path } from './problem';
import { isOptional, schemasAt } from './schema';

/** One of several maps that a field accepts. */
interface Alternative {
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
    return { findings: [{ path: [...path, second], at: 'key', message, hint: 'write a separate entry for each' }] };
  }
  const index = marks.indexOf(first);
  const { fields } = all[index]!;
  const hintOf = (key: string): string => {
    const others = all.filter((one) => one.fields.includes(key)).map(({ mark }) => mark);
    return (
      hintForField(key, fields) ??
      (others.length > 0 ? `it belongs with ${others.join(' or ')}` : `known fields: ${fields.join(', ')}`)
    );
  };
  return { index, hintOf };
}

/** Alternatives with their marks; undefined where they aren't maps, or no field tells them apart. */
function alternativesOf(schemas: readonly $ZodTypes[]): readonly Alternative[] | undefined {
  const shapes = schemas.map(({ _zod: { def } }) => (def.type === 'object' ? def.shape : undefined));
  if (shapes.length < 2 || shapes.includes(undefined)) return undefined;
  const all = shapes.flatMap((shape): Alternative[] => {
    const mark = Object.keys(shape!).find(
      (key) => !isOptional(shape![key]!) && shapes.every((other) => other === shape || !Object.hasOwn(other!, key)),
    );
    return mark === undefined ? [] : [{ mark, fields: Object.keys(shape!) }];
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
