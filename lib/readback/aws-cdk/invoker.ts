import type { Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readWays, type Caller } from '../aws/invoker';
import { elementAt } from '../aws/trigger';
import { isPointer, Join, piecesOf, Pointer } from '../made';
import { equal, type Resource } from '../resource';
import { lookupIn, ref } from './reference';
import { readEvents } from './trigger';

/**
 * Reads everybody who has a permission to invoke the function, through its alias or past it. A permission that isn't
 * understood is read by no reader.
 */
export function readInvokers(
  id: ElementId,
  handler: Resource,
  alias: Resource | undefined,
  artefact: Artefact,
): Invocation[] | undefined {
  return readWays(artefact.parts(id, 'AWS::Lambda::Permission'), (permission) => {
    const { FunctionName: target, ...said } = (permission.at(['Properties']) ?? {}) as Record<string, unknown>;
    const by = whoIsMeant(said, artefact);
    const through = ways(handler, alias).find(([raw]) => equal(raw, target))?.[1];
    if (!by || !through) return undefined;
    permission.fixed(['Properties'], permission.at(['Properties']));
    // Two rules may deliver events of one bucket.
    return { by, through, source: said['SourceArn'] };
  });
}

function ways(handler: Resource, alias: Resource | undefined): (readonly [unknown, Invocation['through']])[] {
  const past = [ref(handler), new Pointer(handler.address, 'Arn')].map((raw) => [raw, 'function'] as const);
  return [...(alias ? [[ref(alias), 'alias'] as const] : []), ...past];
}

/** Compares whole permissions, since one property more or less makes another permission. */
function whoIsMeant(said: Record<string, unknown>, artefact: Artefact): Caller | undefined {
  if (equal(said, { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE', Principal: '*' }))
    return 'anyone through the URL';
  if (equal(said, { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true, Principal: '*' })) return 'anyone';
  const source = said['SourceArn'];
  const event = { Action: 'lambda:InvokeFunction', SourceArn: source };
  if (equal(said, { ...event, Principal: 'sns.amazonaws.com' }))
    return elementAt('topics', 'arn', source, lookupIn(artefact), artefact);
  const rule = isPointer(source) && source.attribute === 'Arn' ? artefact.at(source.at) : undefined;
  if (rule?.type === 'AWS::Events::Rule' && equal(said, { ...event, Principal: 'events.amazonaws.com' })) {
    const bucket = readEvents(rule.at(['Properties', 'EventPattern']), artefact)?.bucket;
    return bucket === undefined ? undefined : `buckets.${bucket}`;
  }
  const api = piecesOf(source)[7];
  const right = {
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: new Join(executionArn(api)),
  };
  const at = isPointer(api) && equal(said, right) ? artefact.at(api.at) : undefined;
  return at?.type === 'AWS::ApiGatewayV2::Api' ? (at.owner as ElementId) : undefined;
}

const executionArn = (api: unknown): unknown[] => {
  const own = (attribute: string) => new Pointer('AWS', attribute);
  return ['arn:', own('Partition'), ':execute-api:', own('Region'), ':', own('AccountId'), ':', api, '/*'];
};
