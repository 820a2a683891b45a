import { Join } from '../made';
import type { AwsFunctionFact } from '../../facts/function';
import type { ColdStartFact } from '../../facts/cold-start';
import type { TextFact } from '../../facts/text-fact';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { functionColdStart, readWarm } from '../aws/cold-start';
import { sameDays, type Warmer } from '../aws/warmer';
import { readPermissions, readTracing, type Permissions } from '../aws/grant';
import { refuseManaged } from '../aws/managed-policy';
import { readRetry } from '../aws/retry';
import { readRuntime } from '../aws/runtime';
import { isTrusted } from '../aws/trust';
import { isObject, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readTexts } from '../text';
import { readScaling, scalableTarget } from './cold-start';
import { readCode } from './code';
import { dialect } from './dialect';
import { readJoined } from './joined';
import { readInvokers } from './invoker';
import { readLogs } from './logs';
import { getAtt, lookupIn, namingIn, ref, where } from './reference';
import { readTriggers, taggedTriggers } from './trigger';
import { readWarmer } from './warmer';

export function readFunction(name: string, artefact: Artefact): Partial<AwsFunctionFact> | undefined {
  const id: ElementId = `functions.${name}`;
  const handler = artefact.part(id, 'AWS::Lambda::Function');
  if (!handler) return undefined;
  const [role, logs, alias, url] = [
    'AWS::IAM::Role',
    'AWS::Logs::LogGroup',
    'AWS::Lambda::Alias',
    'AWS::Lambda::Url',
  ].map((type) => artefact.part(id, type));
  const warmer = alias ? readWarmer(alias, artefact) : null;
  const permissions = role && readRole(role, logs, artefact);
  const retrying = alias && permissions && readRetry(handler, alias, permissions, dialect, artefact);
  handler.fixed(['DependsOn'], role && [role.address]);
  handler.fixed(['Properties', 'Role'], role && getAtt(role, 'Arn'));
  handler.fixed(['Properties', 'LoggingConfig', 'LogGroup'], logs && ref(logs));
  return {
    runtime: handler.as(['Properties', 'Runtime'], readRuntime),
    handler: handler.string(['Properties', 'Handler']),
    code: readCode(handler, artefact),
    architecture: handler.one(['Properties', 'Architectures'], [['x86_64'], 'x86_64'], [['arm64'], 'arm64']),
    memoryMiB: handler.number(['Properties', 'MemorySize']),
    timeoutSeconds: handler.number(['Properties', 'Timeout']),
    environment: handler.as(['Properties', 'Environment'], (value) => readEnvironment(value, artefact)),
    http: url && readUrl(url, handler, alias),
    uses: permissions?.uses,
    coldStart: alias && readColdStart(alias, handler, warmer, artefact),
    logFormat: handler.one(['Properties', 'LoggingConfig', 'LogFormat'], ['Text', 'text'], ['JSON', 'json']),
    network: permissions && readJoined(id, handler, permissions, artefact),
    tracing: readTracing(
      handler.one(['Properties', 'TracingConfig'], [undefined, false], [{ Mode: 'Active' }, true]),
      permissions,
    ),
    logRetentionDays: logs && sameDays(readLogs(logs), warmer),
    triggers: alias && permissions && readTriggers(alias, permissions, retrying, artefact),
    retry: retrying?.fact,
    alarms: readAlarms(id, { errors: [ref(handler)], throttles: [ref(handler)] }, dialect, artefact),
    invokedBy: readInvokers(id, handler, alias, artefact),
    tags: tagsOf(
      [
        handler,
        role,
        logs,
        artefact.part(id, 'AWS::EC2::SecurityGroup'),
        artefact.part(id, scalableTarget),
        ...alarmsOf(id, dialect, artefact),
        ...taggedTriggers(id, artefact),
        ...(warmer?.tagged ?? []),
      ],
      ['Properties', 'Tags'],
    ),
  };
}

function readEnvironment(value: unknown, artefact: Artefact): Record<string, TextFact> | undefined {
  if (value === undefined) return {};
  if (!isObject(value)) return undefined;
  const { Variables: variables, ...others } = value;
  return Object.keys(others).length === 0 ? readTexts(variables, lookupIn(artefact)) : undefined;
}

function readUrl(url: Resource, handler: Resource, alias: Resource | undefined): 'public' | 'private' | undefined {
  url.fixed(['DependsOn'], alias && [alias.address]);
  url.fixed(['Properties', 'TargetFunctionArn'], getAtt(handler, 'Arn'));
  url.fixed(['Properties', 'Qualifier'], 'live');
  return url.one(['Properties', 'AuthType'], ['NONE', 'public'], ['AWS_IAM', 'private']);
}

/** Reads the permissions of the function, without those for its logs. */
function readRole(role: Resource, logs: Resource | undefined, artefact: Artefact): Permissions | undefined {
  const isRight = role.as(
    ['Properties', 'AssumeRolePolicyDocument'],
    (policy) => isTrusted(policy, 'lambda.amazonaws.com', where) || undefined,
  );
  refuseManaged(role, ['Properties', 'ManagedPolicyArns'], artefact);
  role.fixed(['Properties', 'Policies', '0', 'PolicyName'], 'Permissions');
  const policy = { resource: role, path: ['Properties', 'Policies', '0', 'PolicyDocument'], role: ref(role) };
  const permissions = logs && readPermissions(policy, getAtt(logs, 'Arn'), namingIn(artefact), artefact);
  return isRight && permissions;
}

/** Reads the alias, which has to point at the function's newest version. */
function readColdStart(
  alias: Resource,
  handler: Resource,
  warmer: Warmer | null,
  artefact: Artefact,
): ColdStartFact | undefined {
  const version = artefact.part(alias.owner!, 'AWS::Lambda::Version');
  version?.fixed(['Properties', 'FunctionName'], ref(handler));
  alias.fixed(['Properties', 'FunctionName'], ref(handler));
  alias.fixed(['Properties', 'FunctionVersion'], version && getAtt(version, 'Version'));
  alias.fixed(['Properties', 'Name'], 'live');
  const name = { 'Fn::Select': [6, { 'Fn::Split': [':', ref(alias)] }] };
  const scaling = readScaling(alias.owner!, artefact, {
    namespace: 'lambda',
    dimension: 'lambda:function:ProvisionedConcurrency',
    resource: new Join(['function:', name, ':live']),
    utilization: { metric: 'LambdaProvisionedConcurrencyUtilization', whole: 1 },
  });
  return functionColdStart(
    readWarm(alias, ['Properties', 'ProvisionedConcurrencyConfig'], 'ProvisionedConcurrentExecutions'),
    readWarm(handler, ['Properties'], 'ReservedConcurrentExecutions'),
    scaling,
    warmer && warmer.fact,
  );
}
