import type { Kind } from './kind';
import { elementId } from './name';
import { nearest } from './nearest';
import type { Finding } from './problem';

/** The names of the elements that are written, by kind, also of those that are wrong; undefined where nobody knows. */
export type WrittenNames = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** Reports an element that doesn't exist, with the name that was probably meant; nothing if it exists. */
export function missing(
  place: Pick<Finding, 'path' | 'at'>,
  kind: Kind,
  name: string,
  written: WrittenNames,
): Finding[] {
  const names = written[kind];
  if (!names || names.includes(name)) return [];
  return [{ ...place, message: `there is no ${elementId(kind, name)}`, ...hintOf(meant(kind, name, names)) }];
}

function meant(kind: Kind, name: string, names: readonly string[]): string | undefined {
  const one = nearest(name, names);
  if (one !== undefined) return `did you mean ${elementId(kind, one)}?`;
  const ids = names.map((known) => elementId(kind, known));
  return ids.length > 0 && ids.length <= 10 ? `known: ${ids.join(', ')}` : undefined;
}

/** Optional `hint` of a finding. */
export const hintOf = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });
