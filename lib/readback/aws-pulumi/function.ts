import type { AwsFunctionFact } from '../../facts/function';
import type { ColdStartFact } from '../../facts/cold-start';
import type { TextFact } from '../../facts/text-fact';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { functionColdStart, readWarm } from '../aws/cold-start';
import { sameDays, type Warmer } from '../aws/warmer';
import { readPermissions, readTracing, type Permissions } from '../aws/grant';
import { readRetry } from '../aws/retry';
import { readRuntime } from '../aws/runtime';
import { requireWaits } from '../aws/own-network';
import { isTrusted } from '../aws/trust';
import { Join } from '../made';
import { isObject, to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readTexts } from '../text';
import { readScaling, scalableTarget } from './cold-start';
import { readGivenName } from './given-name';
import { dialect } from './dialect';
import { readJoined } from './joined';
import { readInvokers } from './invoker';
import { lookupIn, namingIn, whereIn } from './reference';
import { rulesOf } from './security-group';
import { readTriggers, taggedTriggers } from './trigger';
import { codeBucket, readCode } from './upload';
import { readWarmer } from './warmer';

export function readFunction(name: string, artefact: Artefact): Partial<AwsFunctionFact> | undefined {
  const id: ElementId = `functions.${name}`;
  const handler = artefact.part(id, 'aws:lambda/function:Function');
  if (!handler) return undefined;
  const [role, policy, logs, alias, url, provisioned] = [
    'aws:iam/role:Role',
    'aws:iam/rolePolicy:RolePolicy',
    'aws:cloudwatch/logGroup:LogGroup',
    'aws:lambda/alias:Alias',
    'aws:lambda/functionUrl:FunctionUrl',
    'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
  ].map((type) => artefact.part(id, type));
  const warmer = alias ? readWarmer(alias, artefact) : null;
  const permissions = role && policy && readRole(role, policy, logs, artefact);
  const retrying = alias && permissions && readRetry(handler, alias, permissions, dialect, artefact);
  const group = artefact.part(id, 'aws:ec2/securityGroup:SecurityGroup');
  const groupRules = group ? rulesOf(group, artefact) : [];
  requireWaits(handler, [...(policy ? [policy] : []), ...groupRules], ['options', 'dependsOn']);
  handler.fixed(['inputs', 'role'], role && to(role, 'arn'));
  handler.fixed(['inputs', 'loggingConfig', 'logGroup'], logs && to(logs, 'name'));
  handler.fixed(['inputs', 'publish'], true);
  readGivenName(handler, { kind: 'functions', element: name, limit: 64 }, artefact);
  if (role) readGivenName(role, { kind: 'functions', element: name, limit: 64, role: 'role' }, artefact);
  return {
    runtime: handler.as(['inputs', 'runtime'], readRuntime),
    handler: handler.string(['inputs', 'handler']),
    code: readCode(name, handler, artefact),
    architecture: handler.one(['inputs', 'architectures'], [['x86_64'], 'x86_64'], [['arm64'], 'arm64']),
    memoryMiB: handler.number(['inputs', 'memorySize']),
    timeoutSeconds: handler.number(['inputs', 'timeout']),
    environment: handler.as(['inputs', 'environment'], (value) => readEnvironment(value, artefact)),
    http: url && readUrl(url, handler, alias),
    uses: permissions?.uses,
    coldStart: alias && readColdStart(alias, handler, provisioned, warmer, artefact),
    logFormat: handler.one(['inputs', 'loggingConfig', 'logFormat'], ['Text', 'text'], ['JSON', 'json']),
    network: permissions && readJoined(id, handler, permissions, artefact),
    tracing: readTracing(
      handler.one(['inputs', 'tracingConfig'], [undefined, false], [{ mode: 'Active' }, true]),
      permissions,
    ),
    logRetentionDays: sameDays(logs?.number(['inputs', 'retentionInDays']), warmer),
    triggers: alias && permissions && readTriggers(alias, permissions, retrying, artefact),
    retry: retrying?.fact,
    alarms: readAlarms(id, { errors: [to(handler, 'name')], throttles: [to(handler, 'name')] }, dialect, artefact),
    invokedBy: readInvokers(id, handler, alias, artefact),
    tags: tagsOf(
      [
        handler,
        role,
        logs,
        group,
        ...groupRules,
        artefact.part(id, scalableTarget),
        codeBucket(id, artefact),
        ...alarmsOf(id, dialect, artefact),
        ...taggedTriggers(id, artefact),
        ...(warmer?.tagged ?? []),
      ],
      ['inputs', 'tags'],
    ),
  };
}

function readEnvironment(value: unknown, artefact: Artefact): Record<string, TextFact> | undefined {
  if (value === undefined) return {};
  if (!isObject(value)) return undefined;
  const { variables, ...others } = value;
  return Object.keys(others).length === 0 ? readTexts(variables, lookupIn(artefact)) : undefined;
}

function readUrl(url: Resource, handler: Resource, alias: Resource | undefined): 'public' | 'private' | undefined {
  url.fixed(['inputs', 'functionName'], to(handler, 'name'));
  url.fixed(['inputs', 'qualifier'], alias && to(alias, 'name'));
  return url.one(['inputs', 'authorizationType'], ['NONE', 'public'], ['AWS_IAM', 'private']);
}

/** Reads the permissions of the function, without those for its logs. */
function readRole(
  role: Resource,
  policy: Resource,
  logs: Resource | undefined,
  artefact: Artefact,
): Permissions | undefined {
  const isRight = role.as(
    ['inputs', 'assumeRolePolicy'],
    (document) => isTrusted(document, 'lambda.amazonaws.com', whereIn(artefact)) || undefined,
  );
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  const document = { resource: policy, path: ['inputs', 'policy'], role: to(role, 'id') };
  const streams = logs && new Join([to(logs, 'arn'), ':*']);
  const permissions = streams && readPermissions(document, streams, namingIn(artefact), artefact);
  return isRight && permissions;
}

/** Reads the alias, which has to point at the function's newest version, and the provisioned concurrency of that. */
function readColdStart(
  alias: Resource,
  handler: Resource,
  warm: Resource | undefined,
  warmer: Warmer | null,
  artefact: Artefact,
): ColdStartFact | undefined {
  alias.fixed(['inputs', 'functionName'], to(handler, 'name'));
  alias.fixed(['inputs', 'functionVersion'], to(handler, 'version'));
  alias.fixed(['inputs', 'name'], 'live');
  warm?.fixed(['inputs', 'functionName'], to(handler, 'name'));
  warm?.fixed(['inputs', 'qualifier'], to(alias, 'name'));
  const scaling = readScaling(alias.owner!, artefact, {
    namespace: 'lambda',
    dimension: 'lambda:function:ProvisionedConcurrency',
    resource: new Join(['function:', to(handler, 'name'), ':', to(alias, 'name')]),
    utilization: { metric: 'LambdaProvisionedConcurrencyUtilization', whole: 1 },
  });
  const provisioned = warm ? warm.number(['inputs', 'provisionedConcurrentExecutions']) : null;
  const reserved = readWarm(handler, ['inputs'], 'reservedConcurrentExecutions');
  return functionColdStart(provisioned, reserved, scaling, warmer && warmer.fact);
}
