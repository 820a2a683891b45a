import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { mayInvoke, readInput, readRate, type Warmer } from '../aws/warmer';
import { isTrusted, type Service } from '../aws/trust';
import { statements } from '../policy';
import { readArchive } from '../pulumi-archive';
import { Join } from '../made';
import { equal, to, type Resource } from '../resource';
import { readGivenName } from './given-name';
import { whereIn } from './reference';

/** Reads the function that keeps an element warm by invoking its alias, and its schedule; null if there is none. */
export function readWarmer(alias: Resource, artefact: Artefact): Warmer | null {
  const owner = alias.owner as ElementId;
  const [handler, schedule, logs] = [
    'aws:lambda/function:Function',
    'aws:scheduler/schedule:Schedule',
    'aws:cloudwatch/logGroup:LogGroup',
  ].map((type) => artefact.part(owner, type, 'warmer'));
  const roles = artefact.parts(owner, 'aws:iam/role:Role', 'warmer');
  const policies = artefact.parts(owner, 'aws:iam/rolePolicy:RolePolicy', 'warmer');
  if (!handler && !schedule && !logs && roles.length + policies.length === 0) return null;
  const roleAt = (resource: Resource | undefined, ...path: string[]) =>
    roles.find((one) => equal(resource?.at(['inputs', ...path]), to(one, 'arn')));
  const [role, invoker] = [roleAt(handler, 'role'), roleAt(schedule, 'target', 'roleArn')];
  const policyOf = (one: Resource | undefined) =>
    policies.find((policy) => one && equal(policy.at(['inputs', 'role']), to(one, 'id')));
  const [policy, invokerPolicy] = [policyOf(role), policyOf(invoker)];
  const tagged = [handler, logs, role, invoker];
  if (!handler || !schedule || !logs || !role || !invoker || !policy || !invokerPolicy)
    return { fact: undefined, tagged };
  readNames(
    [
      [handler, 'warmer'],
      [role, 'warmer-role'],
      [invoker, 'warmer-schedule-role'],
      [schedule, 'warmer-schedule'],
    ],
    artefact,
  );
  handler.fixed(['options', 'dependsOn'], [policy.address]);
  schedule.fixed(['options', 'dependsOn'], [invokerPolicy.address]);
  const streams = new Join([to(logs, 'arn'), ':*']);
  const isAllowed =
    readRole(role, policy, 'lambda.amazonaws.com', artefact, to(alias, 'arn'), streams) &&
    readRole(invoker, invokerPolicy, 'scheduler.amazonaws.com', artefact, to(handler, 'arn'));
  const code = readFunction(handler, role, logs, artefact);
  const calls = readSchedule(schedule, handler, invoker, alias);
  const logRetentionDays = logs.number(['inputs', 'retentionInDays']);
  return { fact: isAllowed && code && calls && { ...calls, code }, logRetentionDays, tagged };
}

function readNames(named: readonly (readonly [Resource, role: string])[], artefact: Artefact): void {
  for (const [resource, role] of named) {
    const { name: element } = splitElementId(resource.owner as ElementId);
    readGivenName(resource, { kind: 'functions', element, limit: 64, role }, artefact);
  }
}

function readFunction(handler: Resource, role: Resource, logs: Resource, artefact: Artefact) {
  handler.fixed(['inputs', 'role'], to(role, 'arn'));
  handler.fixed(['inputs', 'loggingConfig'], { logFormat: 'Text', logGroup: to(logs, 'name') });
  handler.fixed(['inputs', 'runtime'], 'nodejs22.x');
  handler.fixed(['inputs', 'handler'], 'index.handler');
  handler.fixed(['inputs', 'architectures'], ['x86_64']);
  handler.fixed(['inputs', 'memorySize'], 1_769);
  handler.fixed(['inputs', 'timeout'], 60);
  return handler.as(['inputs', 'code'], (value) => readArchive(value, artefact));
}

function readRole(
  role: Resource,
  policy: Resource,
  service: Service,
  artefact: Artefact,
  target: unknown,
  streams?: unknown,
): true | undefined {
  const isRight = role.as(
    ['inputs', 'assumeRolePolicy'],
    (document) => isTrusted(document, service, whereIn(artefact)) || undefined,
  );
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  const isAllowed = policy.as(['inputs', 'policy'], (document) => mayInvoke(statements(document), target, streams));
  return isRight && isAllowed;
}

function readSchedule(schedule: Resource, handler: Resource, invoker: Resource, alias: Resource) {
  const target = ['inputs', 'target'];
  schedule.fixed(['inputs', 'flexibleTimeWindow'], { mode: 'OFF' });
  schedule.fixed([...target, 'arn'], to(handler, 'arn'));
  schedule.fixed([...target, 'roleArn'], to(invoker, 'arn'));
  schedule.fixed([...target, 'retryPolicy'], { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 1 });
  const every = schedule.as(['inputs', 'scheduleExpression'], readRate);
  const instances = schedule.as([...target, 'input'], (input) => readInput(input, to(alias, 'arn')));
  return every !== undefined && instances !== undefined ? { instances, every } : undefined;
}
