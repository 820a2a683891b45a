import { createHash } from 'node:crypto';
import type { Kind } from '../model/kind';

/** The parts of physical names that all elements have in common. */
export interface NamedBy {
  readonly architecture: string;
  readonly env?: string;
}

/**
 * The formula for physical names as the documentation states it, stated a second time: the full name, the part of the
 * element where it has one, and the start of a hash of what it names, joined by hyphens. Only the full name is cut.
 */
export function expectName(
  { architecture, env }: NamedBy,
  kind: Kind | 'foundation',
  element: string,
  limit: number,
  part?: string,
): string {
  const named = `${kind}${part === undefined ? '' : `:${part}`}/${architecture}/${env ?? ''}/${element}`;
  const hash = createHash('sha256').update(named, 'utf8').digest('hex').substring(0, 8);
  const kept = part === undefined ? `-${hash}` : `-${part.split('.').join('-')}-${hash}`;
  let readable = expectFullName({ architecture, env }, kind === 'foundation' ? 'ground' : element);
  readable = readable.substring(0, limit - kept.length);
  while (readable.endsWith('-')) readable = readable.substring(0, readable.length - 1);
  return readable + kept;
}

/** The readable name of an element's resources. */
export const expectFullName = ({ architecture, env }: NamedBy, element: string): string =>
  [architecture, ...(env === undefined ? [] : [env]), element].join('-');

/** The name of a stack with only an architecture, with which texts for people begin, too: `shop-prod`. */
export const expectStackName = ({ architecture, env }: NamedBy): string =>
  architecture + (env === undefined ? '' : `-${env}`);
