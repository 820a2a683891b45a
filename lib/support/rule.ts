import type { ResolvedArchitecture } from '../model/architecture';
import { cloudOf, targets, type Cloud, type Target } from '../model/target';

/** Support for a field on a target. */
export type Is = 'exact' | 'approximated' | 'refused';

/** An element to which a rule may apply. */
export interface Occurrence<Element> {
  readonly name: string;
  readonly element: Element;
  readonly architecture: ResolvedArchitecture;
}

/** A known difference between the model and a target. A field without a rule is exact, and promised as it is. */
export type Rule<Element> = Approximation<Element> | Refusal<Element>;

interface Known<Element> {
  /** The field, without its element's name: `functions.architecture`. */
  readonly path: string;
  /** The values to which the rule applies, in words. @default any value */
  readonly value?: string;
  readonly on: readonly Target[];
  readonly reason: string;
  /** Returns true for the elements to which the rule applies. They are asked as they are resolved. */
  readonly applies: (occurrence: Occurrence<Element>) => boolean;
}

/** A field that a target renders differently from the model. */
export interface Approximation<Element> extends Known<Element> {
  readonly is: 'approximated';
  readonly becomes: Becomes<Element>;
  readonly hint?: undefined;
}

/** A field that a target can't render. */
export interface Refusal<Element> extends Known<Element> {
  readonly is: 'refused';
  readonly becomes?: undefined;
  /** The way around it. */
  readonly hint: string;
}

/** The result of an approximation: once for people, and once for the comparison. */
export interface Becomes<Element> {
  readonly text: string;
  /**
   * Returns the element's fields that an artifact states differently; `undefined` for a field that an artifact doesn't
   * state there. The element is as the rules before this one have left it.
   */
  readonly value: (occurrence: Occurrence<Element>) => Restated<Element>;
}

/** Some of a value's fields, at any depth. */
export type Restated<Value> = Value extends readonly (infer Item)[]
  ? readonly Restated<Item>[]
  : Value extends object
    ? { readonly [Field in keyof Value]?: Restated<Value[Field]> | undefined }
    : Value;

/** The value of a field whose effect differs, while the artifact states it as the model does. */
export const stays = (): Record<string, never> => ({});

/** Both engines of a cloud: a limit of a cloud doesn't depend on the engine. */
export const on = (cloud: Cloud): readonly Target[] => targets.filter((target) => cloudOf(target) === cloud);
