import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { existingGranted } from '../aws/existing';
import type { Granted, Naming } from '../aws/grant';
import type { Where } from '../aws/trust';
import { isPointer, Pointer } from '../made';
import { equal, isObject, type Resource } from '../resource';
import { sideOf } from '../side';
import { orWritten, type Lookup, type Meaning } from '../text';
import { groundIn } from './ground';

/** An element's attributes by type and attribute of its resources. */
const attributes: Readonly<Record<string, string>> = {
  'AWS::Lambda::Alias Ref': 'arn',
  'AWS::ApiGatewayV2::Api ApiEndpoint': 'url',
  'AWS::SQS::Queue QueueName': 'name',
  'AWS::SQS::Queue Arn': 'arn',
  'AWS::SQS::Queue Ref': 'url',
  'AWS::SNS::Topic TopicName': 'name',
  'AWS::SNS::Topic Ref': 'arn',
  'AWS::S3::Bucket Ref': 'name',
  'AWS::DynamoDB::Table Ref': 'name',
  'AWS::SecretsManager::Secret Ref': 'name',
  'AWS::ECS::Service Name': 'name',
};

/** The meanings of pointers in a template. */
export function lookupIn(artefact: Artefact): Lookup {
  return orWritten(
    artefact.places,
    (piece) =>
      aliasName(piece, artefact) ??
      functionUrl(piece, artefact) ??
      loadBalancer(piece, artefact) ??
      attribute(piece, artefact),
  );
}

function attribute(piece: unknown, artefact: Artefact): Meaning | undefined {
  const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
  const name = at && attributes[`${at.type} ${(piece as Pointer).attribute}`];
  return name && at.owner && !isOfDeadLetters(at) ? { reference: `\${${at.owner}.${name}}` } : undefined;
}

/** A function's name: CDK selects the seventh word of its alias's ARN, and callers use it with the alias. */
function aliasName(piece: unknown, artefact: Artefact): Meaning | undefined {
  const alias = isObject(piece) ? pointerIn(piece, ':', 6) : undefined;
  const at = alias && artefact.at(alias.at);
  if (at?.type !== 'AWS::Lambda::Alias' || alias?.attribute !== 'Ref') return undefined;
  return { reference: `\${${at.owner}.name}`, before: [':live'] };
}

/** A function's URL: CDK selects the host, the third word between slashes. */
function functionUrl(piece: unknown, artefact: Artefact): Meaning | undefined {
  const url = isObject(piece) ? pointerIn(piece, '/', 2) : undefined;
  const at = url && artefact.at(url.at);
  if (at?.type !== 'AWS::Lambda::Url' || url?.attribute !== 'FunctionUrl') return undefined;
  return { reference: `\${${at.owner}.url}`, after: 'https://' };
}

function loadBalancer(piece: unknown, artefact: Artefact): Meaning | undefined {
  const at = isPointer(piece) && piece.attribute === 'DNSName' ? artefact.at(piece.at) : undefined;
  return at?.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer'
    ? { reference: '${foundation.url}', after: groundIn(artefact).redirect ? 'https://' : 'http://' }
    : undefined;
}

/** The pointer in an expression that takes one word out of a text. */
function pointerIn(piece: Record<string, unknown>, delimiter: string, word: number): Pointer | undefined {
  const select = piece['Fn::Select'];
  const split = Array.isArray(select) && isObject(select[1]) ? select[1]['Fn::Split'] : undefined;
  const pointer: unknown = Array.isArray(split) ? split[1] : undefined;
  return isPointer(pointer) && equal(piece, { 'Fn::Select': [word, { 'Fn::Split': [delimiter, pointer] }] })
    ? pointer
    : undefined;
}

/** The types whose ARN is an element's, with the attribute that has it. Other parts of an element have no ARN here. */
const arns: ReadonlySet<string> = new Set([
  'AWS::Lambda::Alias Ref',
  'AWS::SQS::Queue Arn',
  'AWS::SNS::Topic Ref',
  'AWS::S3::Bucket Arn',
  'AWS::DynamoDB::Table Arn',
  'AWS::SecretsManager::Secret Ref',
]);

/** Finds the element whose ARN, or whose objects, a policy names. */
export function grantedAt(resource: unknown, artefact: Artefact): Granted | undefined {
  const existing = existingGranted(resource, artefact);
  if (existing) return existing;
  const { join } = isObject(resource) ? resource : {};
  const isObjects = Array.isArray(join) && join.length === 2 && join[1] === '/*';
  const pointer: unknown = isObjects ? join[0] : resource;
  const at = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
  if (!at?.owner || at.owner === 'foundation' || isOfDeadLetters(at)) return undefined;
  if (!arns.has(`${at.type} ${(pointer as Pointer).attribute}`)) return undefined;
  return { element: at.owner as ElementId, what: isObjects ? 'objects' : 'itself' };
}

/** Tests that a resource belongs to an element's dead-letter queue, which is a queue, too. */
const isOfDeadLetters = (resource: Resource): boolean => sideOf(resource) === 'dead letters';

/** Tests that a function has a URL that requires authentication. */
export const isPrivate = (id: ElementId, artefact: Artefact): boolean =>
  artefact.part(id, 'AWS::Lambda::Url')?.at(['Properties', 'AuthType']) === 'AWS_IAM';

/** The way in which the policies of a template name elements. */
export const namingIn = (artefact: Artefact): Naming => ({
  find: (resource) => grantedAt(resource, artefact),
  isPrivate: (id) => isPrivate(id, artefact),
});

/** The place of the stack, as CloudFormation's pseudo parameters. */
export const where: Where = {
  partition: new Pointer('AWS', 'Partition'),
  region: new Pointer('AWS', 'Region'),
  account: new Pointer('AWS', 'AccountId'),
};

/** A `Ref` to a resource. */
export const ref = ({ address }: Resource): Pointer => new Pointer(address, 'Ref');
/** A `Fn::GetAtt` of a resource. */
export const getAtt = ({ address }: Resource, attribute: string): Pointer => new Pointer(address, attribute);
