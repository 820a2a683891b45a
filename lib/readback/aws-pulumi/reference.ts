import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { existingGranted } from '../aws/existing';
import type { Granted, Naming } from '../aws/grant';
import type { Where } from '../aws/trust';
import { isPointer, Pointer } from '../made';
import { equal, isObject, type Resource } from '../resource';
import { sideOf } from '../side';
import type { Lookup } from '../text';
import { groundIn } from './ground';

/** An element's attributes by type and attribute of its resources. */
const attributes: Readonly<Record<string, string>> = {
  'aws:lambda/alias:Alias arn': 'arn',
  'aws:apigatewayv2/api:Api apiEndpoint': 'url',
  'aws:sqs/queue:Queue name': 'name',
  'aws:sqs/queue:Queue arn': 'arn',
  'aws:sqs/queue:Queue url': 'url',
  'aws:sns/topic:Topic name': 'name',
  'aws:sns/topic:Topic arn': 'arn',
  'aws:s3/bucket:Bucket id': 'name',
  'aws:dynamodb/table:Table name': 'name',
  'aws:secretsmanager/secret:Secret arn': 'name',
  'aws:ecs/service:Service name': 'name',
};

/** The region in a program's configuration. */
export const region: Pointer = new Pointer('config', 'aws:region');

/** The place of the program's provider: what it asks AWS for, and the region of its configuration. */
export function whereIn(artefact: Artefact): Where | undefined {
  const [partition, account] = (
    [
      ['getPartition', 'partition'],
      ['getCallerIdentity', 'accountId'],
    ] as const
  ).map(([name, attribute]): Pointer | undefined => {
    // An app may ask the same of a provider of its own.
    const asked = artefact.parts('foundation', `aws:index/${name}:${name}`).find((one) => equal(one.at(['args']), {}));
    return asked?.fixed(['args'], {}) ? new Pointer(asked.address, attribute) : undefined;
  });
  return partition && account && { partition, region, account };
}

/** The meanings of pointers in a program's registrations. */
export function lookupIn(artefact: Artefact): Lookup {
  return (piece, next) => {
    const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
    if (!at?.owner || isOfDeadLetters(at)) return undefined;
    const { attribute } = piece as Pointer;
    const name = attributes[`${at.type} ${attribute}`];
    if (name) return { reference: `\${${at.owner}.${name}}` };
    switch (`${at.type} ${attribute}`) {
      case 'aws:lb/loadBalancer:LoadBalancer dnsName':
        return { reference: '${foundation.url}', after: groundIn(artefact).redirect ? 'https://' : 'http://' };
      case 'aws:lambda/functionUrl:FunctionUrl urlId':
        return { reference: `\${${at.owner}.url}`, after: 'https://', before: ['.lambda-url.', region, '.on.aws'] };
      case 'aws:lambda/function:Function name':
        // Callers use a function's name with its alias's name after it.
        return { reference: `\${${at.owner}.name}`, before: [':', aliasName(next[1], at, artefact)] };
      default:
        return undefined;
    }
  };
}

/** The name of the alias that belongs to the same function. */
function aliasName(piece: unknown, handler: Resource, artefact: Artefact): unknown {
  const at = isPointer(piece) && piece.attribute === 'name' ? artefact.at(piece.at) : undefined;
  return at?.type === 'aws:lambda/alias:Alias' && at.owner === handler.owner ? piece : undefined;
}

/** The types whose ARN is an element's. Other parts of an element have no ARN here. */
const main: ReadonlySet<string> = new Set([
  'aws:lambda/alias:Alias',
  'aws:sqs/queue:Queue',
  'aws:sns/topic:Topic',
  'aws:s3/bucket:Bucket',
  'aws:dynamodb/table:Table',
  'aws:secretsmanager/secret:Secret',
]);

/** Finds the element whose ARN, or whose objects, a policy names. */
export function grantedAt(resource: unknown, artefact: Artefact): Granted | undefined {
  const existing = existingGranted(resource, artefact);
  if (existing) return existing;
  const { join } = isObject(resource) ? resource : {};
  const isObjects = Array.isArray(join) && join.length === 2 && join[1] === '/*';
  const pointer: unknown = isObjects ? join[0] : resource;
  const at = isPointer(pointer) && pointer.attribute === 'arn' ? artefact.at(pointer.at) : undefined;
  if (!at?.owner || at.owner === 'foundation' || isOfDeadLetters(at) || !main.has(at.type)) return undefined;
  return { element: at.owner as ElementId, what: isObjects ? 'objects' : 'itself' };
}

/** Tests that a resource belongs to an element's dead-letter queue, which is a queue, too. */
const isOfDeadLetters = (resource: Resource): boolean => sideOf(resource) === 'dead letters';

/** Tests that a function has a URL that requires authentication. */
export const isPrivate = (id: ElementId, artefact: Artefact): boolean =>
  artefact.part(id, 'aws:lambda/functionUrl:FunctionUrl')?.at(['inputs', 'authorizationType']) === 'AWS_IAM';

/** The way in which the policies of a program name elements. */
export const namingIn = (artefact: Artefact): Naming => ({
  find: (resource) => grantedAt(resource, artefact),
  isPrivate: (id) => isPrivate(id, artefact),
});
