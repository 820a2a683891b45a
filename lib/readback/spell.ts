import { isMade } from './made';
import { isObject } from './resource';

/** The part of a dialect that spells the name of a property. */
interface Speller {
  readonly word: (cloudName: string) => string;
}

/** Spells the keys of a value as an engine does, at any depth. Pointers and plain values stay as they are. */
export function spell<Value>(dialect: Speller, value: Value): Value {
  if (!isObject(value) || isMade(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => spell(dialect, item)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [dialect.word(key), spell(dialect, child)]),
  ) as Value;
}
