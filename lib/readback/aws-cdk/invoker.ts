import { invocations, type Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { elementAt } from '../aws/trigger';
import { isPointer, Join, piecesOf, Pointer } from '../made';
import { equal, type Resource } from '../resource';
import { lookupIn, ref } from './reference';
import { readEvents } from './trigger';

/** Reads everybody who has a permission to invoke the function, through its alias or past it. */
export function readInvokers(
  id: ElementId,
  handler: Resource,
  alias: Resource | undefined,
  artefact: Artefact,
): Invocation[] | undefined {
  const permissions = artefact.parts(id, 'AWS::Lambda::Permission').map((permission) => ({
    by: readWho(permission, artefact),
    // Two rules may deliver events of one bucket.
    source: JSON.stringify(permission.at(['Properties', 'SourceArn'])),
    through: permission.one(['Properties', 'FunctionName'], ...ways(handler, alias)),
  }));
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

function ways(handler: Resource, alias: Resource | undefined): (readonly [unknown, Invocation['through']])[] {
  const past = [ref(handler), new Pointer(handler.address, 'Arn')].map((raw) => [raw, 'function'] as const);
  return [...(alias ? [[ref(alias), 'alias'] as const] : []), ...past];
}

function readWho(
  permission: Resource,
  artefact: Artefact,
): ElementId | 'anyone' | 'anyone through the URL' | undefined {
  const properties = (permission.at(['Properties']) ?? {}) as Record<string, unknown>;
  const { FunctionName: _, ...said } = properties;
  const who = whoIsMeant(said, artefact);
  if (who) for (const [key, value] of Object.entries(said)) permission.fixed(['Properties', key], value);
  return who;
}

/** Compares whole permissions, since one property more or less makes another permission. */
function whoIsMeant(said: Record<string, unknown>, artefact: Artefact): ReturnType<typeof readWho> {
  if (equal(said, { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE', Principal: '*' }))
    return 'anyone through the URL';
  if (equal(said, { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true, Principal: '*' })) return 'anyone';
  const source = said['SourceArn'];
  const event = { Action: 'lambda:InvokeFunction', SourceArn: source };
  if (equal(said, { ...event, Principal: 'sns.amazonaws.com' }))
    return elementAt('topics', 'arn', source, lookupIn(artefact));
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
