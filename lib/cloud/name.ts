import { createHash } from 'node:crypto';
import type { Owner } from './part';
import { splitElementId } from '../model/name';

/** The parts of names and ids that are the same for a whole architecture. */
export interface Naming {
  readonly architecture: string;
  readonly env?: string;
}

/** The naming of an architecture in an environment; undefined is the one without a name. */
export const namingOf = (architecture: string, env: string | undefined): Naming => ({
  architecture,
  ...(env !== undefined && { env }),
});

/** `<architecture>-<env?>`: the name of a stack with nothing else, and the beginning of texts for people. */
export const stackName = ({ architecture, env }: Naming): string =>
  env === undefined ? architecture : `${architecture}-${env}`;

/** `<architecture>-<env?>-<element>`: the name by which people recognize an element's resources. */
export const fullName = (naming: Naming, of: Owner): string =>
  `${stackName(naming)}-${of === 'foundation' ? 'ground' : splitElementId(of).name}`;

/**
 * A physical name within `limit` characters: the full name, a hyphen and eight hex digits of a hash. The hash
 * distinguishes names that became equal by cutting, and elements of different kinds. If one element has several names
 * of a kind, the readable text includes `part`, and only the text before it is cut. An identity: never change it.
 */
export function physicalName(naming: Naming, of: Owner, limit: number, part?: string): string {
  const { kind, name } = of === 'foundation' ? { kind: 'foundation', name: '' } : splitElementId(of);
  const identity = [part ? `${kind}:${part}` : kind, naming.architecture, naming.env ?? '', name].join('/');
  const end = [...(part ? [part.replaceAll('.', '-')] : []), shortHash(identity)].join('-');
  const front = fullName(naming, of)
    .slice(0, limit - end.length - 1)
    .replace(/-+$/, '');
  return `${front}-${end}`;
}

/** Eight hex digits of a hash, which distinguish texts. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
