import { createHash } from 'node:crypto';
import type { Owner } from './part';
import { splitElementId } from '../model/name';

/** The parts of names and ids that are the same for a whole architecture. */
export interface Naming {
  readonly architecture: string;
  readonly env?: string;
}

/** `<architecture>-<env?>-<element>`: what people recognize an element's resources by. */
export function fullName({ architecture, env }: Naming, of: Owner): string {
  const element = of === 'foundation' ? 'ground' : splitElementId(of).name;
  return [architecture, env, element].filter((word) => word !== undefined).join('-');
}

/**
 * A physical name within `limit` characters: the full name, cut, and a hash that tells apart what the cut made equal,
 * elements of different kinds, and (with `role`) several names of one element. An identity: never change it.
 */
export function physicalName(naming: Naming, of: Owner, limit: number, role?: string): string {
  const { kind, name } = of === 'foundation' ? { kind: 'foundation', name: '' } : splitElementId(of);
  const identity = [role ? `${kind}:${role}` : kind, naming.architecture, naming.env ?? '', name].join('/');
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  return `${fullName(naming, of)
    .slice(0, limit - 9)
    .replace(/-+$/, '')}-${hash}`;
}

/** Eight hex digits that tell texts apart. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
