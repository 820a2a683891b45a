import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, type Pointer, type Resource } from '../resource';
import type { Lookup } from '../text';

/** Which attribute of which type of resource is which attribute of an element. */
const attributes: Readonly<Record<string, string>> = {
  'gcp:cloudfunctionsv2/function:Function name': 'name',
  'gcp:cloudfunctionsv2/function:Function id': 'arn',
  'gcp:cloudfunctionsv2/function:Function url': 'url',
  'gcp:cloudrunv2/service:Service name': 'name',
  'gcp:cloudrunv2/service:Service uri': 'url',
  'gcp:pubsub/topic:Topic name': 'name',
  'gcp:pubsub/topic:Topic id': 'arn',
  'gcp:storage/bucket:Bucket name': 'name',
  'gcp:firestore/database:Database name': 'name',
  'gcp:secretmanager/secret:Secret id': 'name',
};

/** Where a program goes, as its configuration says. */
export const project: Pointer = { at: 'config', attribute: 'gcp:project' };
export const region: Pointer = { at: 'config', attribute: 'gcp:region' };

/** What pointers in a program's registrations stand for. */
export function lookupIn(artefact: Artefact): Lookup {
  return (piece) => {
    const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
    if (!at?.owner || at.owner === 'foundation') return undefined;
    const { attribute } = piece as Pointer;
    if (at.type === 'gcp:compute/globalAddress:GlobalAddress' && attribute === 'address') {
      return { reference: `\${${at.owner}.url}`, after: 'http://' };
    }
    if (!isOwn(at)) return undefined;
    if (at.type === 'gcp:pubsub/topic:Topic' && attribute === 'id' && at.owner.startsWith('queues.')) {
      return {
        reference: `\${${at.owner}.url}`,
        after: 'https://pubsub.googleapis.com/v1/',
        otherwise: `\${${at.owner}.arn}`,
      };
    }
    const name = attributes[`${at.type} ${attribute}`];
    return name === undefined ? undefined : { reference: `\${${at.owner}.${name}}` };
  };
}

/** The element to which a resource of that type belongs, at which a pointer points. */
export function elementAt(
  pointer: unknown,
  type: string,
  attribute: string,
  artefact: Artefact,
): ElementId | undefined {
  const at = isPointer(pointer) && pointer.attribute === attribute ? artefact.at(pointer.at) : undefined;
  return at?.type === type && at.owner !== 'foundation' && isOwn(at) ? (at.owner as ElementId) : undefined;
}

/** Whether a resource is the element itself, where it consists of several of a type: a queue is no dead-letter queue. */
export const isOwn = ({ local }: Resource): boolean => !/^(?:dead-letter|topic-trigger-)/.test(local);

/** A reference to an attribute of a resource. */
export const to = ({ address }: Resource, attribute: string): Pointer => ({ at: address, attribute });

/** The services of Google's that the program switches on, by URN. */
export const servicesIn = (artefact: Artefact): ReadonlyMap<string, string> =>
  new Map(
    artefact
      .parts('foundation', 'gcp:projects/service:Service')
      .map((one) => [one.address, String(one.at(['inputs', 'service']))]),
  );

/** What lets functions be built, which every function waits for. */
export const buildRoles = (artefact: Artefact): Resource[] =>
  [
    'gcp:projects/iAMMember:IAMMember',
    'gcp:storage/bucketIAMMember:BucketIAMMember',
    'gcp:artifactregistry/repositoryIamMember:RepositoryIamMember',
  ].flatMap((type) => artefact.parts('foundation', type));
