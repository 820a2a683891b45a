import type { verbs } from './grant';
import type { Kind } from './kind';
import type { attributes } from './reference';
import type { Written, WrittenArchitecture } from './written';

/**
 * Defines an architecture in TypeScript. The types check what a JSON Schema can't: each reference, route, use, trigger and
 * secret must name an element that exists, and each `${parameters.x}` a parameter. At run time, the argument is returned as
 * it is; `load` and `resolve` check the rest.
 *
 * `T` is inferred from what is written. `Checked<T>` is the same type again, except that a wrong value has the type of what
 * is allowed in its place. No value has both types, so `T & Checked<T>` is `never` there, and correct everywhere else: an
 * editor marks the wrong value only. With a table `orders` and a queue `jobs`, it marks
 *
 * - `TABLE: '${tables.ordres.name}'`: "Type 'string' is not assignable to type 'never'", since `Checked<T>` has
 *   '"there is no ${tables.ordres.name}"' there
 * - `queue: 'job'`: the same, since `Checked<T>` has '"jobs"' there
 * - `memoryMib: 512`: "Type 'number' is not assignable to type 'never'", the type of fields that the model doesn't have
 */
export function defineArchitecture<const T extends WrittenArchitecture>(architecture: T & Checked<T>): T {
  return architecture;
}

/** Names in one of an architecture's maps. */
type Names<T, Field extends string> =
  T extends Readonly<Record<Field, infer Elements>> ? keyof Elements & string : never;

/** Ids of an architecture's elements of some kinds. */
type Ids<T, K extends Kind> = K extends Kind ? `${K}.${Names<T, K>}` : never;

/** Everything that is allowed between `${` and `}`. */
type Expressions<T> =
  ParameterExpression<T> | { [K in Kind]: `${K}.${Names<T, K>}.${(typeof attributes)[K][number]}` }[Kind];

/**
 * The text itself if each `${…}` in it is allowed, else a text that names the wrong one. `$${` is text, so what precedes
 * `${` decides: `costs $${x} at ${tables.t.name}` is split after `costs $`, and the rest is checked as a text of its own.
 */
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

/** A parameter's expression, and its form where it is a whole value. */
type ParameterExpression<T> = `parameters.${Names<T, 'parameters'>}`;
type Parameter<T> = `\${${ParameterExpression<T>}}`;

/** The written name if it is allowed, or a parameter; else all that are allowed. */
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
    : CheckedValue<Trigger[F], ParameterExpression<T>>;
};

type CheckedTriggers<Triggers, T> = { readonly [I in keyof Triggers]: CheckedTrigger<Triggers[I], T> };

/** Fields of a map, one of which is the name of an element. */
type CheckedField<Map, Field extends string, K extends Kind, T> = {
  readonly [F in keyof Map]: F extends Field
    ? CheckedName<Map[F], Names<T, K>, T>
    : CheckedValue<Map[F], ParameterExpression<T>>;
};

type CheckedRoutes<Routes, Allowed extends string, T> = {
  readonly [R in keyof Routes]: Routes[R] extends { readonly to: infer To }
    ? { readonly to: CheckedName<To, Allowed, T> }
    : CheckedName<Routes[R], Allowed, T>;
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
              ? CheckedRoutes<Element[F], Ids<T, 'functions'>, T>
              : CheckedValue<Element[F], ParameterExpression<T>>;
};

/** Value outside of environments and outputs: parameters are allowed in it, references aren't. */
type CheckedValue<Value, Allowed extends string> = Value extends string
  ? CheckedText<Value, Allowed>
  : Value extends object
    ? { readonly [K in keyof Value]: CheckedValue<Value[K], Allowed> }
    : Value;

type CheckedElements<Elements, T> = { readonly [N in keyof Elements]: CheckedElement<Elements[N], T> };

/**
 * Gives fields that the model doesn't have the type `never`: an inferred type may have more fields, so that a misspelled
 * one would pass. A schedule's `input` may have any.
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

/** Type of an architecture in which every name exists. */
export type Checked<T> = OnlyKnown<T, WrittenArchitecture> & {
  readonly [F in keyof T]: F extends Kind
    ? CheckedElements<T[F], T>
    : F extends 'outputs'
      ? CheckedTexts<T[F], Expressions<T>>
      : F extends 'alarms'
        ? CheckedField<T[F], 'notify', 'topics', T>
        : F extends 'parameters'
          ? T[F]
          : CheckedValue<T[F], ParameterExpression<T>>;
};

export type { Written, WrittenArchitecture };
