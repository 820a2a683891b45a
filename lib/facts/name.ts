import { createHash } from 'node:crypto';
import type { Kind } from '../model/name';

/** The parts of physical names that all elements have in common. */
export interface NamedBy {
  readonly architecture: string;
  readonly env?: string;
}

/**
 * The formula for physical names as the documentation states it, told a second time: the full name cut to nine less
 * than the limit, then a hyphen and the start of a hash of what it names.
 */
export function expectName(
  { architecture, env }: NamedBy,
  kind: Kind | 'foundation',
  element: string,
  limit: number,
  role?: string,
): string {
  const full = expectFullName({ architecture, env }, kind === 'foundation' ? 'ground' : element);
  let readable = full.substring(0, limit - 9);
  while (readable.endsWith('-')) readable = readable.substring(0, readable.length - 1);
  const named = `${kind}${role === undefined ? '' : `:${role}`}/${architecture}/${env ?? ''}/${element}`;
  return `${readable}-${createHash('sha256').update(named, 'utf8').digest('hex').substring(0, 8)}`;
}

/** The readable name of an element's resources. */
export const expectFullName = ({ architecture, env }: NamedBy, element: string): string =>
  [architecture, ...(env === undefined ? [] : [env]), element].join('-');
