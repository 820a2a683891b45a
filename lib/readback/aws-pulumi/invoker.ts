import { invocations, type Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { elementAt } from '../aws/trigger';
import { isPointer, Join, piecesOf } from '../made';
import { equal, to, type Resource } from '../resource';
import { lookupIn } from './reference';
import { readEvents } from './trigger';

/** Reads everybody who has a permission to invoke the function, through its alias or past it. */
export function readInvokers(
  id: ElementId,
  handler: Resource,
  alias: Resource | undefined,
  artefact: Artefact,
): Invocation[] | undefined {
  const permissions = artefact.parts(id, 'aws:lambda/permission:Permission').map((permission) => {
    permission.fixed(['inputs', 'function'], to(handler, 'name'));
    return {
      by: readWho(permission, artefact),
      // Two rules may deliver events of one bucket.
      source: JSON.stringify(permission.at(['inputs', 'sourceArn'])),
      through: permission.one<Invocation['through']>(
        ['inputs', 'qualifier'],
        ...(alias ? [[to(alias, 'name'), 'alias'] as const] : []),
        [undefined, 'function'],
      ),
    };
  });
  // Public calls through a URL require two permissions; one alone allows none.
  const anyone = permissions.filter(({ by }) => by === 'anyone' || by === 'anyone through the URL');
  const different = new Set(permissions.map(({ by, source, through }) => `${by} ${source} ${through}`));
  if (anyone.length === 1 || different.size < permissions.length) return undefined;
  if (permissions.some(({ by, through }) => !by || !through)) return undefined;
  const through = new Set(permissions.map((permission) => permission.through!));
  return [...through].sort().flatMap((way) =>
    invocations(
      permissions
        .filter((permission) => permission.through === way)
        .map(({ by }) => (by === 'anyone through the URL' ? 'anyone' : by!)),
      way,
    ),
  );
}

function readWho(
  permission: Resource,
  artefact: Artefact,
): ElementId | 'anyone' | 'anyone through the URL' | undefined {
  const { function: _, qualifier: __, ...said } = (permission.at(['inputs']) ?? {}) as Record<string, unknown>;
  const who = whoIsMeant(said, artefact);
  if (who) for (const [key, value] of Object.entries(said)) permission.fixed(['inputs', key], value);
  return who;
}

/** Compares whole permissions, since one property more or less makes another permission. */
function whoIsMeant(said: Record<string, unknown>, artefact: Artefact): ReturnType<typeof readWho> {
  const throughUrl = { action: 'lambda:InvokeFunctionUrl', functionUrlAuthType: 'NONE', principal: '*' };
  if (equal(said, throughUrl)) return 'anyone through the URL';
  if (equal(said, { action: 'lambda:InvokeFunction', invokedViaFunctionUrl: true, principal: '*' })) return 'anyone';
  const source = said['sourceArn'];
  const event = { action: 'lambda:InvokeFunction', sourceArn: source };
  if (equal(said, { ...event, principal: 'sns.amazonaws.com' }))
    return elementAt('topics', 'arn', source, lookupIn(artefact));
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
