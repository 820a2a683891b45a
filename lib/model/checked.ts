import type { UsableKind } from './grant';
import type { habits } from './habit';
import type { Kind } from './kind';
import type { attributes } from './reference';
import type { WrittenArchitecture } from './written';
import type { Unknown, Wrong } from './wrong';

/**
 * Type of an architecture in which every name exists. What is right has the type `unknown` in it, and what is wrong has the
 * type `Wrong`, which no value has. So in `T & Checked<T>` the wrong values, and only those, can't be assigned.
 *
 * `T` is `WrittenArchitecture` itself where what is written doesn't fit the model at all, such as a field that is missing.
 * Then the compiler says so, and there is nothing to add.
 */
export type Checked<T> = WrittenArchitecture extends T
  ? unknown
  : {
      readonly [F in keyof T]: F extends keyof WrittenArchitecture
        ? F extends Kind
          ? { readonly [N in keyof T[F]]: CheckedElement<T[F][N], Shapes[F], T> }
          : F extends 'outputs'
            ? CheckedTexts<T[F], T>
            : F extends 'alarms'
              ? CheckedAlarms<T[F], T>
              : F extends 'parameters'
                ? OnlyKnown<T[F], NonNullable<WrittenArchitecture[F]>>
                : CheckedValue<T[F], NonNullable<WrittenArchitecture[F]>, T>
        : NoField<F, WrittenArchitecture>;
    };

/** Written form of one element, by its kind. */
type Shapes = { readonly [K in Kind]: NonNullable<WrittenArchitecture[K]>[string] };

/** Names in one of an architecture's maps. */
type Names<T, Field extends string> =
  T extends Readonly<Record<Field, infer Elements>> ? keyof Elements & string : never;

/** First `${…}` in a text that doesn't exist; never if all of them do. `$${` is text. */
type WrongIn<Text, T> = Text extends `${infer Before}\${${infer Expression}}${infer After}`
  ? Before extends `${string}$`
    ? WrongIn<`${Expression}}${After}`, T>
    : IsKnown<Expression, T> extends true
      ? WrongIn<After, T>
      : Expression
  : never;

type IsKnown<Expression extends string, T> = Expression extends `parameters.${infer Name}`
  ? Name extends Names<T, 'parameters'>
    ? true
    : false
  : Expression extends `${infer K extends Kind}.${infer Name}.${infer Attribute}`
    ? Name extends Names<T, K>
      ? Attribute extends (typeof attributes)[K][number]
        ? true
        : false
      : false
    : false;

/** Expressions that exist, of the kind that a wrong one begins with. */
type KnownFor<Expression extends string, T> = Expression extends `${infer K extends Kind}.${string}`
  ? { [One in K]: `\${${One}.${Names<T, One>}.${(typeof attributes)[One][number]}}` }[K]
  : Parameter<T>;

/** Form of a parameter where it is a whole value. */
type Parameter<T> = `\${parameters.${Names<T, 'parameters'>}}`;

/** Text with parameters and references. */
type CheckedText<Text, T> = [WrongIn<Text, T>] extends [never]
  ? unknown
  : WrongIn<Text, T> extends infer Expression extends string
    ? Unknown<`there is no \${${Expression}}`, KnownFor<Expression, T>>
    : never;

type CheckedTexts<Texts, T> = { readonly [K in keyof Texts]: CheckedText<Texts[K], T> };

/** Text outside of environments and outputs: parameters are allowed in it, references aren't. */
type CheckedPlain<Text, T> = [WrongIn<Text, Pick<T, keyof T & 'parameters'>>] extends [never]
  ? unknown
  : WrongIn<Text, Pick<T, keyof T & 'parameters'>> extends infer Expression extends string
    ? IsKnown<Expression, T> extends true
      ? Wrong<`references aren't allowed here, only in environment and outputs: \${${Expression}}`>
      : Unknown<`there is no \${${Expression}}`, Parameter<T>>
    : never;

/** Name of an element of a kind, or a parameter. */
type CheckedName<Name, K extends Kind, T> = string extends Name
  ? unknown
  : Name extends Names<T, K> | Parameter<T>
    ? unknown
    : Unknown<Name extends `\${${string}` ? `there is no ${Name}` : `there is no ${K}.${Name & string}`, Names<T, K>>;

type CheckedNames<Map, K extends Kind, T> = { readonly [Key in keyof Map]: CheckedName<Map[Key], K, T> };

/** Uses of elements that exist; `WrittenUses` has the verbs of each kind. */
type CheckedUses<Uses, T> = {
  readonly [Id in keyof Uses]: Id extends `${infer K extends UsableKind}.${infer Name}`
    ? Name extends Names<T, K>
      ? CheckedPlain<Uses[Id], T>
      : Unknown<`there is no ${Id}`, `${K}.${Names<T, K>}`>
    : Unknown<`${Id & string} can't be used`, `${UsableKind}.<name>`>;
};

type CheckedTriggers<Triggers, T> = {
  readonly [I in keyof Triggers]: {
    readonly [F in keyof Triggers[I]]: F extends 'queue' | 'topic' | 'bucket'
      ? CheckedName<Triggers[I][F], `${F}s`, T>
      : CheckedField<F, Triggers[I][F], TriggerShape, T>;
  };
};
type TriggerShape = NonNullable<Shapes['functions']['triggers']>[number];

type CheckedRetry<Retry, T> = {
  readonly [F in keyof Retry]: F extends 'deadLetter'
    ? CheckedName<Retry[F], 'queues', T>
    : CheckedField<F, Retry[F], NonNullable<Shapes['functions']['retry']>, T>;
};

type CheckedAlarms<Alarms, T> = {
  readonly [F in keyof Alarms]: F extends 'notify'
    ? CheckedName<Alarms[F], 'topics', T>
    : CheckedField<F, Alarms[F], NonNullable<WrittenArchitecture['alarms']>, T>;
};

type CheckedRoutes<Routes, T> = {
  readonly [R in keyof Routes]: Routes[R] extends string
    ? CheckedTarget<Routes[R], T>
    : {
        readonly [F in keyof Routes[R]]: F extends 'to'
          ? CheckedTarget<Routes[R][F], T>
          : NoField<F, { readonly to: string }>;
      };
};

type CheckedTarget<To, T> = string extends To
  ? unknown
  : To extends `functions.${Names<T, 'functions'>}` | Parameter<T>
    ? unknown
    : Unknown<`there is no ${To & string}`, `functions.${Names<T, 'functions'>}`>;

type CheckedElement<Element, Shape, T> = {
  readonly [F in keyof Element]: F extends KeysOf<Shape>
    ? F extends 'environment'
      ? CheckedTexts<Element[F], T>
      : F extends 'uses'
        ? CheckedUses<Element[F], T>
        : F extends 'secrets'
          ? CheckedNames<Element[F], 'secrets', T>
          : F extends 'triggers'
            ? CheckedTriggers<Element[F], T>
            : F extends 'retry'
              ? CheckedRetry<Element[F], T>
              : F extends 'routes'
                ? CheckedRoutes<Element[F], T>
                : CheckedValue<Element[F], FieldOf<Shape, F>, T>
    : NoField<F, Shape>;
};

/** Any other value, whose fields have to exist: an inferred type may have more, so that a misspelled one would pass. */
type CheckedValue<Value, Shape, T> = Value extends string
  ? CheckedPlain<Value, T>
  : Value extends readonly unknown[]
    ? { readonly [I in keyof Value]: CheckedValue<Value[I], ItemOf<Shape>, T> }
    : Value extends object
      ? { readonly [K in keyof Value]: CheckedField<K, Value[K], Shape, T> }
      : unknown;

/** A field of a map. A schedule's `input` may have any fields of its own. */
type CheckedField<F, Value, Shape, T> =
  F extends KeysOf<Shape>
    ? F extends 'input'
      ? unknown
      : CheckedValue<Value, FieldOf<Shape, F>, T>
    : NoField<F, Shape>;

/** Declarations of parameters: their texts contain no parameters. */
type OnlyKnown<Map, Shape> = {
  readonly [N in keyof Map]: {
    readonly [F in keyof Map[N]]: F extends KeysOf<FieldOf<Shape, N>> ? unknown : NoField<F, FieldOf<Shape, N>>;
  };
};

/** A field that the model doesn't have, with the one that was probably meant. */
type NoField<F, Shape> = [Meant<F, KeysOf<Shape>>] extends [never]
  ? Unknown<`there is no field ${F & string} here`, KeysOf<Shape>>
  : Wrong<`there is no field ${F & string} here, did you mean ${Meant<F, KeysOf<Shape>> & string}?`>;

/** Fields with the same letters, in the singular or plural, or with a name that other tools have. */
type Meant<F, Fields> = F extends string
  ? {
      [One in Fields & string]: Lowercase<F> extends Lowercase<One> | `${Lowercase<One>}s` | Habit<One>
        ? One
        : `${Lowercase<F>}s` extends Lowercase<One>
          ? One
          : never;
    }[Fields & string]
  : never;

type Habit<Field> = Field extends keyof typeof habits ? Lowercase<(typeof habits)[Field][number]> : never;

type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? Item : never;
type KeysOf<Shape> = Shape extends object ? keyof Shape : never;
type FieldOf<Shape, K> = Shape extends object ? (K extends keyof Shape ? NonNullable<Shape[K]> : never) : never;
