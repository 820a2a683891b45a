/**
 * A reference inside of a text of a view: `‹id|attribute›`. Without an id, it is a place: the region, the account,
 * the partition, the project, or a parameter of the stack.
 */
export interface Reference {
  readonly id: string;
  readonly attribute: string;
}

const pattern = /‹([^|›]*)\|([^›]*)›/g;

/** A reference as it stands in a text. */
export const refer = (id: string, attribute = ''): string => `‹${id}|${attribute}›`;

/** The references in a value, at any depth. */
export function referencesIn(value: unknown): Reference[] {
  if (typeof value === 'string')
    return [...value.matchAll(pattern)].map(([, id, attribute]) => ({ id: id!, attribute: attribute! }));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

/** A text without what only a deployment tells. `stand` is put in place of each reference. */
export const literally = (text: unknown, stand = ''): string => String(text ?? '').replace(pattern, stand);

/** A text with each reference as long as such a value may be, for limits of length. */
export const atLength = (text: unknown, length: number): string => literally(text, 'x'.repeat(length));
