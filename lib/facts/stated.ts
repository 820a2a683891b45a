/**
 * The part of a fact that is more than the model's own fields: those in another form, and what is no field. A field that
 * isn't mentioned is stated as it is; one that is undefined isn't stated at all.
 */
export type Stated<Fields, Fact> = Differing<Known<Fields>, Fact> &
  Partial<Fact> &
  Partial<Record<Exclude<keyof Known<Fields>, keyof Fact>, undefined>>;

/** The facts for which an element's fields don't do. */
type Differing<Fields, Fact> = {
  readonly [
    Key in keyof Fact as Key extends keyof Fields ? (Fields[Key] extends Fact[Key] ? never : Key) : Key
  ]: Fact[Key];
};

/** An element of a kind without fields has none, rather than any. */
type Known<Fields> = string extends keyof Fields ? object : Fields;

/** The facts that a reader of any cloud can state: those of every cloud, as far as they are understood. */
export type OnAnyCloud<Fact> = { readonly [Key in KeyOf<Fact>]?: ValueOf<Fact, Key> };

type KeyOf<Fact> = Fact extends unknown ? keyof Fact : never;
type ValueOf<Fact, Key> = Fact extends unknown ? (Key extends keyof Fact ? Fact[Key] : never) : never;

/** A value without what is undefined in it, at any depth. */
export function present<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(present) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.map(([key, child]) => [key, present(child)])) as Value;
}
