import type { verbs } from './grant';
import type { Kind } from './name';
import type { attributes } from './reference';
import type { Written, WrittenArchitecture } from './written';

/**
 * An architecture in TypeScript. Its types check what a schema can't: that each reference, route, use, trigger and
 * secret names an element that exists, and each `${parameters.x}` a parameter. When it runs it returns what it was given; `load`
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

/** A parameter that stands for a whole value. */
type Parameter<T> = `\${parameters.${Names<T, 'parameters'>}}`;

/** What is written where a name must stand, if it is one, or a parameter; else what may stand there. */
type CheckedName<Value, Allowed extends string, T> = Value extends Allowed | Parameter<T> ? Value : Allowed;

type CheckedNames<Map, Allowed extends string, T> = { readonly [K in keyof Map]: CheckedName<Map[K], Allowed, T> };

/** Uses of elements that exist, each with a verb of its kind. */
type CheckedUses<Uses, T> = {
  readonly [Id in keyof Uses]: Id extends Ids<T, keyof typeof verbs>
    ? Id extends `${infer K extends keyof typeof verbs}.${string}`
      ? CheckedName<Uses[Id], (typeof verbs)[K][number], T>
      : never
    : never;
};

type CheckedTrigger<Trigger, T> = {
  readonly [F in keyof Trigger]: F extends 'queue' | 'topic' | 'bucket'
    ? CheckedName<Trigger[F], Names<T, `${F}s`>, T>
    : CheckedValue<Trigger[F], `parameters.${Names<T, 'parameters'>}`>;
};

type CheckedTriggers<Triggers, T> = { readonly [I in keyof Triggers]: CheckedTrigger<Triggers[I], T> };

/** Fields of a map, one of which names an element of a kind. */
type CheckedField<Map, Field extends string, K extends Kind, T> = {
  readonly [F in keyof Map]: F extends Field
    ? CheckedName<Map[F], Names<T, K>, T>
    : CheckedValue<Map[F], `parameters.${Names<T, 'parameters'>}`>;
};

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
      ? CheckedUses<Element[F], T>
      : F extends 'secrets'
        ? CheckedNames<Element[F], Names<T, 'secrets'>, T>
        : F extends 'triggers'
          ? CheckedTriggers<Element[F], T>
          : F extends 'retry'
            ? CheckedField<Element[F], 'deadLetter', 'queues', T>
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

/**
 * Fields that no schema has: without this, a misspelled one would pass, as an inferred type may have more fields. What
 * a schedule's `input` holds, no schema says.
 */
type OnlyKnown<Value, Shape> = Value extends readonly unknown[]
  ? { readonly [I in keyof Value]: OnlyKnown<Value[I], ItemOf<Shape>> }
  : Value extends object
    ? {
        readonly [K in keyof Value]: K extends KeysOf<Shape>
          ? K extends 'input'
            ? Value[K]
            : OnlyKnown<Value[K], FieldOf<Shape, K>>
          : never;
      }
    : Value;

type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? Item : never;
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
      : F extends 'alarms'
        ? CheckedField<T[F], 'notify', 'topics', T>
        : F extends 'parameters'
          ? T[F]
          : CheckedValue<T[F], `parameters.${Names<T, 'parameters'>}`>;
};

export type { Written, WrittenArchitecture };
