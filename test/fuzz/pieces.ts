import fc from 'fast-check';
import type { ParameterValue } from '../../lib/model/parameters';
import { text } from './text';

/** Something that exists, by a number: it is taken modulo how many there are. */
export const pick = fc.nat(999);

/** Where a parameter's value comes from. */
export const giving = fc.constantFrom('default', 'given', 'both');
export type Giving = 'default' | 'given' | 'both';

/** What a text of an environment is made of. */
export type Piece =
  | { readonly literal: string }
  | { readonly refersTo: number }
  | { readonly parameter: ParameterValue; readonly giving: Giving };

const number = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((one) => (Object.is(one, -0) ? 0 : one)),
  fc.constantFrom(0.1, 1.5e-7, Number.MAX_SAFE_INTEGER - 1),
);

const piece: fc.Arbitrary<Piece> = fc.oneof(
  { arbitrary: fc.record({ literal: text() }), weight: 5 },
  { arbitrary: fc.record({ refersTo: pick }), weight: 4 },
  {
    arbitrary: fc.record({ parameter: fc.oneof(text(20), number, fc.boolean()), giving }),
    weight: 2,
  },
);

/** A variable of an environment, before it is known what there is to refer to. */
export interface RawVariable {
  readonly name: string;
  readonly value: number | boolean | readonly Piece[];
}

/** What a variable of an environment may be called, if no cloud has a use for it. */
export const variableName = fc.oneof(
  fc.constantFrom(
    ...['URL', 'TABLE', 'A_B', 'lower', 'toString', 'valueOf', 'PATH', 'HOME', 'NODE_OPTIONS', 'Ref', 'GOOGLE_X'],
    ...['x', '_HIDDEN', '__', 'AWS_PROFILE_NAME', 'LAMBDA_', 'PORTS', 'K', 'EVENT_TYPE'],
  ),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/),
);

export const environment: fc.Arbitrary<readonly RawVariable[]> = fc.uniqueArray(
  fc.record({
    name: variableName,
    value: fc.oneof(
      { arbitrary: fc.array(piece, { maxLength: 4 }), weight: 6 },
      { arbitrary: fc.oneof(number, fc.boolean()), weight: 1 },
    ),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);

/** Left out more often than not. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Every number of a range, its ends often. */
export const within = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
