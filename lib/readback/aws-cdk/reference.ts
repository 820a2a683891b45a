import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, isObject, isPointer, type Pointer, type Resource } from '../resource';
import { orWritten, type Lookup, type Meaning } from '../text';

/** Which attribute of which kind of resource is which attribute of an element. */
const attributes: Readonly<Record<string, string>> = {
  'AWS::Lambda::Alias Ref': 'arn',
  'AWS::ApiGatewayV2::Api ApiEndpoint': 'url',
  'AWS::DynamoDB::Table Ref': 'name',
  'AWS::ECS::Service Name': 'name',
};

/** What pointers in a template stand for. */
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
  return name && at.owner ? { reference: `\${${at.owner}.${name}}` } : undefined;
}

/** A function's name is the seventh word of its alias's ARN, and what callers know is that and the alias: CDK takes it apart. */
function aliasName(piece: unknown, artefact: Artefact): Meaning | undefined {
  const alias = isObject(piece) ? pointerIn(piece, ':', 6) : undefined;
  const at = alias && artefact.at(alias.at);
  if (at?.type !== 'AWS::Lambda::Alias' || alias?.attribute !== 'Ref') return undefined;
  return { reference: `\${${at.owner}.name}`, before: [':live'] };
}

/** A function's URL ends in a slash: what is between the second and the third is the host. */
function functionUrl(piece: unknown, artefact: Artefact): Meaning | undefined {
  const url = isObject(piece) ? pointerIn(piece, '/', 2) : undefined;
  const at = url && artefact.at(url.at);
  if (at?.type !== 'AWS::Lambda::Url' || url?.attribute !== 'FunctionUrl') return undefined;
  return { reference: `\${${at.owner}.url}`, after: 'https://' };
}

function loadBalancer(piece: unknown, artefact: Artefact): Meaning | undefined {
  const at = isPointer(piece) && piece.attribute === 'DNSName' ? artefact.at(piece.at) : undefined;
  return at?.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer'
    ? { reference: '${foundation.url}', after: 'http://' }
    : undefined;
}

/** The pointer from which a word is taken. */
function pointerIn(piece: Record<string, unknown>, delimiter: string, word: number): Pointer | undefined {
  const select = piece['Fn::Select'];
  const split = Array.isArray(select) && isObject(select[1]) ? select[1]['Fn::Split'] : undefined;
  const pointer: unknown = Array.isArray(split) ? split[1] : undefined;
  return isPointer(pointer) && equal(piece, { 'Fn::Select': [word, { 'Fn::Split': [delimiter, pointer] }] })
    ? pointer
    : undefined;
}

/** The table whose ARN a policy names. */
export function tableAt(resource: unknown, artefact: Artefact): ElementId | undefined {
  const at = isPointer(resource) && resource.attribute === 'Arn' ? artefact.at(resource.at) : undefined;
  return at?.type === 'AWS::DynamoDB::Table' ? (at.owner as ElementId) : undefined;
}

/** A `Ref` to a resource. */
export const ref = ({ address }: Resource): Pointer => ({ at: address, attribute: 'Ref' });
/** A `Fn::GetAtt` of a resource. */
export const getAtt = ({ address }: Resource, attribute: string): Pointer => ({ at: address, attribute });
