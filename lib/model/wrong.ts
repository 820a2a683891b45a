declare const wrong: unique symbol;

/** Type that no value has. Where a wrong value is required to have it, the compiler's message says what is wrong. */
export interface Wrong<Problem extends string> {
  readonly [wrong]: Problem;
}

/** The same for a name that doesn't exist, with those that do. */
export interface WrongName<Problem extends string, Known> {
  readonly [wrong]: readonly [Problem, Known];
}

/** `Wrong`, with what is known instead, if there is anything. */
export type Unknown<Problem extends string, Known> = [Known] extends [never]
  ? Wrong<Problem>
  : WrongName<Problem, Known>;
