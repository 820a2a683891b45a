import type { Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readWays, type Caller } from '../aws/invoker';
import { elementAt } from '../aws/trigger';
import { isPointer, Join, piecesOf } from '../made';
import { equal, to, type Resource } from '../resource';
import { lookupIn } from './reference';
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
  return readWays(artefact.parts(id, 'aws:lambda/permission:Permission'), (permission) => {
    const inputs = (permission.at(['inputs']) ?? {}) as Record<string, unknown>;
    const { function: target, qualifier, ...said } = inputs;
    const by = whoIsMeant(said, artefact);
    const through =
      qualifier === undefined ? 'function' : alias && equal(qualifier, to(alias, 'name')) ? 'alias' : undefined;
    if (!by || !through || !equal(target, to(handler, 'name'))) return undefined;
    permission.fixed(['inputs'], inputs);
    // Two rules may deliver events of one bucket.
    return { by, through, source: said['sourceArn'] };
  });
}

/** Compares whole permissions, since one property more or less makes another permission. */
function whoIsMeant(said: Record<string, unknown>, artefact: Artefact): Caller | undefined {
  const throughUrl = { action: 'lambda:InvokeFunctionUrl', functionUrlAuthType: 'NONE', principal: '*' };
  if (equal(said, throughUrl)) return 'anyone through the URL';
  if (equal(said, { action: 'lambda:InvokeFunction', invokedViaFunctionUrl: true, principal: '*' })) return 'anyone';
  const source = said['sourceArn'];
  const event = { action: 'lambda:InvokeFunction', sourceArn: source };
  if (equal(said, { ...event, principal: 'sns.amazonaws.com' }))
    return elementAt('topics', 'arn', source, lookupIn(artefact), artefact);
  const rule = isPointer(source) && source.attribute === 'arn' ? artefact.at(source.at) : undefined;
  if (
    rule?.type === 'aws:cloudwatch/eventRule:EventRule' &&
    equal(said, { ...event, principal: 'events.amazonaws.com' })
  ) {
    const bucket = readEvents(rule.at(['inputs', 'eventPattern']), artefact)?.bucket;
    return bucket === undefined ? undefined : `buckets.${bucket}`;
  }
  const api = piecesOf(source)[0];
  if (!isPointer(api) || api.attribute !== 'executionArn') return undefined;
  const right = {
    action: 'lambda:InvokeFunction',
    principal: 'apigateway.amazonaws.com',
    sourceArn: new Join([api, '/*']),
  };
  const at = equal(said, right) ? artefact.at(api.at) : undefined;
  return at?.type === 'aws:apigatewayv2/api:Api' ? (at.owner as ElementId) : undefined;
}
