import { expectName } from '../../facts/name';
import type { Kind } from '../../model/kind';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';

/** The parts of a name, beside the architecture and its environment. */
export interface Named {
  readonly kind: Kind | 'foundation';
  readonly element: string;
  readonly limit: number;
  readonly role?: string;
  /** The end of the name, which doesn't count for the limit. @default none */
  readonly end?: string;
}

/** The number of characters that Pulumi adds to a name that it makes. */
const suffixLength = 8;

/**
 * Reads the name that a program gives a resource: the formula's, required exactly if Pulumi's own would be too long.
 * That depends on the name of the program's component, so the name isn't a fact.
 */
export function readGivenName(resource: Resource, named: Named, artefact: Artefact): void {
  const { kind, element, limit, role, end = '' } = named;
  const name = expectName(artefact.stamp, kind, element, limit, role) + end;
  // A load balancer's name can't begin with `internal-`.
  const right = resource.type === 'aws:lb/loadBalancer:LoadBalancer' ? name.replace(/^internal-/, 'internal') : name;
  const given = resource.at(['inputs', 'name']);
  if (given === undefined && nameOf(resource).length + suffixLength <= limit) return;
  resource.fixed(['inputs', 'name'], right);
}

/**
 * Reads the prefix of a globally unique name of a bucket. A program gives one exactly if Pulumi's own would be too long,
 * or have a letter that bucket names can't have.
 */
export function readGivenPrefix(
  bucket: Resource,
  { kind, element, role }: Omit<Named, 'limit' | 'end'>,
  artefact: Artefact,
): void {
  const right = `${expectName(artefact.stamp, kind, element, 36, role)}-`;
  const given = bucket.at(['inputs', 'bucketPrefix']);
  const own = nameOf(bucket);
  if (given === undefined && own.length + suffixLength <= 63 && /^[a-z0-9][a-z0-9-]*$/i.test(own)) return;
  bucket.fixed(['inputs', 'bucketPrefix'], right);
}

/** A resource's own name, the last part of its URN. */
const nameOf = ({ address }: Resource): string => address.slice(address.lastIndexOf('::') + 2);
