import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, type Pointer, type Resource } from '../resource';
import type { Lookup } from '../text';

/** Which attribute of which type of resource is which attribute of an element. */
const attributes: Readonly<Record<string, string>> = {
  'aws:lambda/alias:Alias arn': 'arn',
  'aws:apigatewayv2/api:Api apiEndpoint': 'url',
  'aws:dynamodb/table:Table name': 'name',
  'aws:ecs/service:Service name': 'name',
};

/** Where a program goes, as its configuration says. */
export const region: Pointer = { at: 'config', attribute: 'aws:region' };

/** What pointers in a program's registrations stand for. */
export function lookupIn(artefact: Artefact): Lookup {
  return (piece, next) => {
    const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
    if (!at?.owner) return undefined;
    const { attribute } = piece as Pointer;
    const name = attributes[`${at.type} ${attribute}`];
    if (name) return { reference: `\${${at.owner}.${name}}` };
    switch (`${at.type} ${attribute}`) {
      case 'aws:lb/loadBalancer:LoadBalancer dnsName':
        return { reference: '${foundation.url}', after: 'http://' };
      case 'aws:lambda/functionUrl:FunctionUrl urlId':
        return { reference: `\${${at.owner}.url}`, after: 'https://', before: ['.lambda-url.', region, '.on.aws'] };
      case 'aws:lambda/function:Function name':
        // Only with its alias's name behind it is it the name that callers know.
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

/** The table whose ARN a policy names. */
export function tableAt(resource: unknown, artefact: Artefact): ElementId | undefined {
  const at = isPointer(resource) && resource.attribute === 'arn' ? artefact.at(resource.at) : undefined;
  return at?.type === 'aws:dynamodb/table:Table' ? (at.owner as ElementId) : undefined;
}

/** A reference to an attribute of a resource. */
export const to = ({ address }: Resource, attribute: string): Pointer => ({ at: address, attribute });
