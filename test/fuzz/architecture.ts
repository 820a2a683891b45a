import fc from 'fast-check';
import type { ParameterValue } from '../../lib/model/parameters';
import { cloudOf, targets as allTargets, type Cloud, type Target } from '../../lib/model/target';
import { Elements } from './build';
import { elements, type RawElements } from './elements';
import { ground as foundation, groundOf, type RawGround } from './ingress';
import { Parameters, parameters, type RawParameters } from './parameters';
import { maybe, pick } from './pieces';
import { elementName, text, written } from './text';

/** A valid architecture. */
export interface Valid {
  /** As it is written. */
  readonly tree: Readonly<Record<string, unknown>>;
  /** Values of parameters that are given. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Whether it is also valid without those. */
  readonly defaultsHold: boolean;
  readonly targets: readonly Target[];
  /** Whether some of its code isn't there, and is left out. */
  readonly withoutCode: boolean;
  /** The fields that a cloud refuses, by what its documentation says. */
  readonly refused: Readonly<Record<Cloud, readonly string[]>>;
}

/** Letters that are the same label in lower case on both clouds, and those that tags on AWS may have as well. */
const forBoth = fc.constantFrom(...'abzABZ09_-', 'é', 'ß', 'Ö', '世', 'я');
const forAws = fc.constantFrom(...'aZ0_.:/=+-@ ', '世', 'É');
const tag = fc.record({
  key: fc
    .tuple(fc.constantFrom('a', 'T', 'é', '世', 'cost'), fc.string({ unit: forBoth, maxLength: 40 }))
    .map((one) => one.join('')),
  value: fc.string({ unit: forBoth, maxLength: 60 }),
  awsKey: fc.string({ unit: forAws, minLength: 1, maxLength: 63 }).filter((key) => !/^(?:aws:|__)/i.test(key)),
  awsValue: fc.string({ unit: forAws, maxLength: 63 }),
});
const long = fc.constant([
  { key: 'k'.repeat(63), value: 'V'.repeat(63), awsKey: '/'.repeat(63), awsValue: ' '.repeat(63) },
]);
const many = fc.constant(
  Array.from({ length: 50 }, (_, index) => ({ key: `k${index}`, value: 'v', awsKey: `${index}/`, awsValue: '@' })),
);

const divergence = fc.record({
  target: fc.constantFrom(...allTargets),
  path: fc.constantFrom(
    'functions.orders.memoryMiB',
    'tables.items!*Policy*',
    'foundation.ingress',
    'outputs.apiUrl',
    '!aws_thing.${x}',
    'services.a.environment.X',
  ),
  reason: text().map((one) => `because ${one}`),
});

interface Raw {
  readonly name: string;
  readonly description?: string;
  readonly tags?: readonly { key: string; value: string; awsKey: string; awsValue: string }[];
  readonly targets?: readonly Target[];
  readonly foundation?: RawGround;
  readonly elements: RawElements;
  readonly outputs?: readonly { readonly name: string; readonly of: number }[];
  readonly divergences?: readonly { target: Target; path: string; reason: string }[];
  readonly parameters: RawParameters;
}

const raw: fc.Arbitrary<Raw> = fc.record({
  name: elementName,
  description: maybe(fc.oneof(text(), fc.constant('d'.repeat(1_024)))),
  tags: maybe(
    fc.oneof(
      { arbitrary: fc.array(tag, { maxLength: 4 }), weight: 8 },
      { arbitrary: long, weight: 1 },
      { arbitrary: many, weight: 1 },
    ),
  ),
  targets: fc.option(fc.shuffledSubarray([...allTargets], { minLength: 1 }), { nil: undefined, freq: 2 }),
  foundation: maybe(foundation),
  elements,
  outputs: maybe(
    fc.uniqueArray(
      fc.record({
        name: fc
          .oneof(fc.constantFrom('url', 'tostring', 'a', 'aFunctionUrl'), fc.stringMatching(/^[a-z][A-Za-z0-9]{0,30}$/))
          .filter((name) => !(name in {})),
        of: pick,
      }),
      { selector: ({ name }) => name, maxLength: 4 },
    ),
  ),
  divergences: maybe(fc.array(divergence, { maxLength: 3 })),
  parameters,
});

/** Any valid architecture, as somebody could write it. */
export const architecture: fc.Arbitrary<Valid> = raw.map(build);

function build(given: Raw): Valid {
  const targets = given.targets ?? [...allTargets];
  const clouds = new Set(targets.map(cloudOf));
  const declaring = new Parameters(given.parameters);
  const made = new Elements(given.elements, clouds, declaring);
  const drawn = given.foundation ?? (made.needsGround ? {} : undefined);
  const ground = drawn && groundOf(drawn, made.isReached);
  const refused = { aws: [], gcp: [...refusedGround(ground), ...made.refusedOnGcp] };
  const fields = {
    name: given.name,
    description: given.description === undefined ? undefined : written(given.description),
    tags: given.tags && tagsOf(given.tags, clouds),
    targets: given.targets && [...given.targets],
    foundation: ground,
    ...made.written,
    alarms: made.alarms,
    outputs: given.outputs && made.outputs(given.outputs),
    divergences: given.divergences?.map(({ path, reason, ...rest }) => ({
      ...rest,
      path: written(path),
      reason: written(reason),
    })),
  };
  const tree = JSON.parse(JSON.stringify(fields)) as Record<string, unknown>;
  declaring.replaceIn(tree);
  if (Object.keys(declaring.declared).length > 0) tree['parameters'] = declaring.declared;
  const { values, defaultsHold } = declaring;
  return { tree, parameters: values, defaultsHold, targets, withoutCode: made.withoutCode, refused };
}

function tagsOf(tags: NonNullable<Raw['tags']>, clouds: ReadonlySet<Cloud>): Record<string, string> {
  const all = clouds.has('gcp')
    ? tags.map(({ key, value }) => [key, value])
    : tags.map(({ awsKey, awsValue }) => [awsKey, awsValue]);
  // Labels are lower case, and must not be two then; what means something to JavaScript is no name.
  const apart = new Map(all.map(([key, value]) => [key!.toLowerCase(), [key, value]]));
  return Object.fromEntries(
    [...apart.values()].filter(([key]) => key !== '__proto__').map(([key, value]) => [key!, value!] as const),
  );
}

/** A ground on GCP has nothing that keeps anybody out. */
const refusedGround = (ground: { ingress?: { allow?: readonly string[] } } | undefined): string[] =>
  ground?.ingress?.allow?.includes('0.0.0.0/0') === false ? ['foundation.ingress.allow'] : [];
