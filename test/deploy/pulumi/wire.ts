import { isDeepStrictEqual } from 'node:util';
import { signatureKey, signatures, unknownValue } from '../../../lib/synth/pulumi/signature';

/** Properties as they go over the wire: with secrets, archives and values that aren't known yet. */
export type Wire = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Wire => typeof value === 'object' && value !== null && !Array.isArray(value);

function mapped(value: unknown, special: (value: unknown) => { readonly as: unknown } | undefined): unknown {
  const found = special(value);
  if (found) return found.as;
  if (Array.isArray(value)) return value.map((one) => mapped(one, special));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, special)]));
}

/** What the cloud gets: nothing is secret there, and files are what they hold, wherever they lie. */
export const plain = (value: unknown): unknown =>
  mapped(value, (one) => {
    if (!isMap(one)) return undefined;
    if (one[signatureKey] === signatures.secret) return { as: plain(one['value']) };
    return one[signatureKey] === undefined ? undefined : { as: one['hash'] };
  });

/** What a recording would say, by which properties are checked. */
export const recorded = (value: unknown): unknown =>
  mapped(value, (one) => {
    if (one === unknownValue) return { as: { $ref: {} } };
    if (!isMap(one)) return undefined;
    if (one[signatureKey] === signatures.secret) return { as: { $secret: true } };
    if (one[signatureKey] === signatures.archive) return { as: { $archive: {} } };
    return one[signatureKey] === signatures.asset ? { as: { $asset: {} } } : undefined;
  });

/** The names of the properties that differ. What isn't known yet differs from everything. */
export const differing = (before: Wire, after: Wire): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(plain(before[name]), plain(after[name])),
  );

/** What was told, with what the cloud adds inside of it: a function's address stands in its configuration. */
export const within = (computed: Wire, told: Wire): Wire =>
  Object.fromEntries(
    Object.entries(told).map(([name, one]) => {
      const more = computed[name];
      return [name, isMap(one) && isMap(more) ? { ...more, ...one } : one];
    }),
  );

/** Values that aren't known before the cloud has made a resource. */
export const unknownIn = (computed: Wire): Wire =>
  mapped(computed, (one) => (isMap(one) ? undefined : { as: unknownValue })) as Wire;
