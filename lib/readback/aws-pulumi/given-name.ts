import { expectName, type NamedBy } from '../../facts/name';
import type { Kind } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';

/** What a name is made from, beside the architecture and its environment. */
export interface Named {
  readonly kind: Kind | 'foundation';
  readonly element: string;
  readonly limit: number;
  readonly role?: string;
  /** What ends the name beyond its limit. */
  readonly end?: string;
}

/** What Pulumi adds to a resource's own name where the program leaves the name to it. */
const suffixLength = 8;

/**
 * A name that the program gives is the formula's, or it isn't understood; where Pulumi's own would be too long it has
 * to give one. How long that is depends on the name of the program's component, so that a name is no fact.
 */
export function readGivenName(resource: Resource, named: Named, artefact: Artefact): void {
  const { kind, element, limit, role, end = '' } = named;
  const right = namings(artefact)
    .map((naming) => expectName(naming, kind, element, limit, role) + end)
    // A load balancer's name can't begin so.
    .map((name) =>
      resource.type === 'aws:lb/loadBalancer:LoadBalancer' ? name.replace(/^internal-/, 'internal') : name,
    );
  const given = resource.at(['inputs', 'name']);
  if (given === undefined && nameOf(resource).length + suffixLength <= limit) return;
  resource.fixed(['inputs', 'name'], right.find((name) => name === given) ?? right[0]);
}

/**
 * A bucket's name is unique in the world, so that the program gives only what it begins with: where Pulumi's own would
 * be too long, or have a letter that no bucket's name has.
 */
export function readGivenPrefix(bucket: Resource, element: string, artefact: Artefact): void {
  const right = namings(artefact).map((naming) => `${expectName(naming, 'buckets', element, 36)}-`);
  const given = bucket.at(['inputs', 'bucketPrefix']);
  const own = nameOf(bucket);
  if (given === undefined && own.length + suffixLength <= 63 && /^[a-z0-9][a-z0-9-]*$/i.test(own)) return;
  bucket.fixed(['inputs', 'bucketPrefix'], right.find((prefix) => prefix === given) ?? right[0]);
}

/** A resource's own name, with which its URN ends. */
const nameOf = ({ address }: Resource): string => address.slice(address.lastIndexOf('::') + 2);

/** What names may be made from: the environment stands in what the ground exports, where `dev` is also none. */
function namings(artefact: Artefact): NamedBy[] {
  const { architecture } = artefact.stamp;
  const name = artefact.part('foundation', 'aws:ssm/parameter:Parameter')?.at(['inputs', 'name']);
  const env = typeof name === 'string' ? name.split('/')[3] : undefined;
  return [{ architecture }, ...(env === undefined ? [] : [{ architecture, env }])];
}
