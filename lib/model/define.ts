import type { Kind } from './name';
import type { attributes } from './reference';
import type { Written, WrittenArchitecture } from './written';

/**
 * An architecture in TypeScript. Its types check what a schema can't: that each reference, route and use names an
 * element that exists, and each `${parameters.x}` a parameter. When it runs it returns what it was given; `load`
 * and `resolve` check the rest.
 */
export function defineArchitecture<const T extends WrittenArchitecture>(architecture: T & Checked<T>): T {
  return architecture;
}

/** The names in one of an architecture's maps. */
type Names<T, Field extends string> =
  T extends Readonly<Record<Field, infer Elements>> ? keyof Elements & string : never;

/** The ids of an architecture's elements of some kinds. */
type Ids<T, K extends Kind> = K extends Kind ? `${K}.${Names<T, K>}` : never;

/** What may stand between `${` and `}`. */
type Expressions<T> =
  | `parameters.${Names<T, 'parameters'>}`
  | { [K in Kind]: `${K}.${Names<T, K>}.${(typeof attributes)[K][number]}` }[Kind];

/** A text, if each `${…}` in it is one of those allowed; else a text that says which isn't. `$${` is only text. */
type CheckedText<Text, Allowed extends string> = Text extends `${infer Before}\${${infer Expression}}${infer After}`
  ? Before extends `${string}$`
    ? CheckedText<`${Expression}}${After}`, Allowed> extends `${Expression}}${After}`
      ? Text
      : CheckedText<`${Expression}}${After}`, Allowed>
    : Expression extends Allowed
      ? CheckedText<After, Allowed> extends After
        ? Text
        : CheckedText<After, Allowed>
      : `there is no \${${Expression}}`
  : Text;

type CheckedTexts<Texts, Allowed extends string> = { readonly [K in keyof Texts]: CheckedText<Texts[K], Allowed> };

type CheckedKeys<Map, Allowed extends string> = { readonly [K in keyof Map]: K extends Allowed ? Map[K] : never };

type CheckedRoutes<Routes, Allowed extends string> = {
  readonly [R in keyof Routes]: Routes[R] extends { readonly to: infer To }
    ? { readonly to: To extends Allowed ? To : Allowed }
    : Routes[R] extends Allowed
      ? Routes[R]
      : Allowed;
};

type CheckedElement<Element, T> = {
  readonly [F in keyof Element]: F extends 'environment'
    ? CheckedTexts<Element[F], Expressions<T>>
    : F extends 'uses'
      ? CheckedKeys<Element[F], Ids<T, Kind>>
      : F extends 'routes'
        ? CheckedRoutes<Element[F], Ids<T, 'functions'>>
        : CheckedValue<Element[F], `parameters.${Names<T, 'parameters'>}`>;
};

/** A value outside of environments and outputs: parameters may stand in it, references may not. */
type CheckedValue<Value, Allowed extends string> = Value extends string
  ? CheckedText<Value, Allowed>
  : Value extends object
    ? { readonly [K in keyof Value]: CheckedValue<Value[K], Allowed> }
    : Value;

type CheckedElements<Elements, T> = { readonly [N in keyof Elements]: CheckedElement<Elements[N], T> };

/** Fields that no schema has: without this, a misspelled one would pass, as an inferred type may have more fields. */
type OnlyKnown<Value, Shape> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? {
        readonly [K in keyof Value]: K extends KeysOf<Shape> ? OnlyKnown<Value[K], FieldOf<Shape, K>> : never;
      }
    : Value;

type KeysOf<Shape> = Shape extends object ? keyof Shape : never;
type FieldOf<Shape, K extends PropertyKey> = Shape extends object
  ? K extends keyof Shape
    ? NonNullable<Shape[K]>
    : never
  : never;

/** The type that an architecture has if everything that it names exists. */
export type Checked<T> = OnlyKnown<T, WrittenArchitecture> & {
  readonly [F in keyof T]: F extends Kind
    ? CheckedElements<T[F], T>
    : F extends 'outputs'
      ? CheckedTexts<T[F], Expressions<T>>
      : F extends 'parameters'
        ? T[F]
        : CheckedValue<T[F], `parameters.${Names<T, 'parameters'>}`>;
};

export type { Written, WrittenArchitecture };
