import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, type Pointer, type Resource } from '../resource';
import { orWritten, type Lookup } from '../text';

/** Which attribute of which type of resource is which attribute of an element. */
const attributes: Readonly<Record<string, string>> = {
  'google_cloudfunctions2_function name': 'name',
  'google_cloudfunctions2_function id': 'arn',
  'google_cloudfunctions2_function url': 'url',
  'google_cloud_run_v2_service name': 'name',
  'google_cloud_run_v2_service uri': 'url',
  'google_pubsub_topic name': 'name',
  'google_pubsub_topic id': 'arn',
  'google_storage_bucket name': 'name',
  'google_firestore_database name': 'name',
  'google_secret_manager_secret id': 'name',
};

/** Where a stack goes, as the standalone program's variables. */
export const project: Pointer = { at: 'var', attribute: 'project' };
export const region: Pointer = { at: 'var', attribute: 'region' };

/** What pointers in a stack stand for. */
export function lookupIn(artefact: Artefact): Lookup {
  return orWritten(artefact.places, (piece) => {
    const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
    if (!at?.owner || at.owner === 'foundation') return undefined;
    const { attribute } = piece as Pointer;
    if (at.type === 'google_compute_global_address' && attribute === 'address') {
      return { reference: `\${${at.owner}.url}`, after: 'http://' };
    }
    if (!isOwn(at)) return undefined;
    if (at.type === 'google_pubsub_topic' && attribute === 'id' && at.owner.startsWith('queues.')) {
      return {
        reference: `\${${at.owner}.url}`,
        after: 'https://pubsub.googleapis.com/v1/',
        otherwise: `\${${at.owner}.arn}`,
      };
    }
    const name = attributes[`${at.type} ${attribute}`];
    return name === undefined ? undefined : { reference: `\${${at.owner}.${name}}` };
  });
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
export const isOwn = ({ local }: Resource): boolean => !/^(?:DeadLetter|Trigger\/)/.test(local);

/** A reference to an attribute of a resource. */
export const to = ({ address }: Resource, attribute: string): Pointer => ({ at: address, attribute });

/** The services of Google's that the stack switches on, by address. */
export const servicesIn = (artefact: Artefact): ReadonlyMap<string, string> =>
  new Map(
    artefact.parts('foundation', 'google_project_service').map((one) => [one.address, String(one.at(['service']))]),
  );

/** What lets functions be built, which every function waits for. */
export const buildRoles = (artefact: Artefact): Resource[] =>
  [
    'google_project_iam_member',
    'google_storage_bucket_iam_member',
    'google_artifact_registry_repository_iam_member',
  ].flatMap((type) => artefact.parts('foundation', type));
