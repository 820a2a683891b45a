import type { Artefact } from '../artefact';
import { mayInvoke, readInput, readRate, type Warmer } from '../aws/warmer';
import { isTrusted, type Service } from '../aws/trust';
import { statements } from '../policy';
import { equal, type Resource } from '../resource';
import { readCode } from './code';
import { readLogs } from './logs';
import { getAtt, ref, where } from './reference';

/** Reads the function that keeps an element warm by invoking its alias, and its schedule; null if there is none. */
export function readWarmer(alias: Resource, artefact: Artefact): Warmer | null {
  const [handler, schedule, logs] = ['AWS::Lambda::Function', 'AWS::Scheduler::Schedule', 'AWS::Logs::LogGroup'].map(
    (type) => artefact.part(alias.owner!, type, 'warmer'),
  );
  const roles = artefact.parts(alias.owner!, 'AWS::IAM::Role', 'warmer');
  if (!handler && !schedule && !logs && roles.length === 0) return null;
  const roleAt = (resource: Resource | undefined, ...path: string[]) =>
    roles.find((one) => equal(resource?.at(['Properties', ...path]), getAtt(one, 'Arn')));
  const [role, invoker] = [roleAt(handler, 'Role'), roleAt(schedule, 'Target', 'RoleArn')];
  const tagged = [handler, logs, role, invoker];
  if (!handler || !schedule || !logs || !role || !invoker) return { fact: undefined, tagged };
  const isAllowed =
    readRole(role, 'lambda.amazonaws.com', ref(alias), getAtt(logs, 'Arn')) &&
    readRole(invoker, 'scheduler.amazonaws.com', getAtt(handler, 'Arn'));
  const code = readFunction(handler, role, logs, artefact);
  const calls = readSchedule(schedule, handler, invoker, alias);
  const logRetentionDays = readLogs(logs);
  return { fact: isAllowed && code && calls && { ...calls, code }, logRetentionDays, tagged };
}

function readFunction(handler: Resource, role: Resource, logs: Resource, artefact: Artefact) {
  handler.fixed(['DependsOn'], [role.address]);
  handler.fixed(['Properties', 'Role'], getAtt(role, 'Arn'));
  handler.fixed(['Properties', 'LoggingConfig'], { LogGroup: ref(logs) });
  handler.fixed(['Properties', 'Runtime'], 'nodejs22.x');
  handler.fixed(['Properties', 'Handler'], 'index.handler');
  handler.fixed(['Properties', 'Architectures'], ['x86_64']);
  handler.fixed(['Properties', 'MemorySize'], 1_769);
  handler.fixed(['Properties', 'Timeout'], 60);
  return readCode(handler, artefact);
}

function readRole(role: Resource, service: Service, target: unknown, streams?: unknown): true | undefined {
  const isRight = role.as(
    ['Properties', 'AssumeRolePolicyDocument'],
    (policy) => isTrusted(policy, service, where) || undefined,
  );
  role.fixed(['Properties', 'Policies', '0', 'PolicyName'], 'Permissions');
  const isAllowed = role.as(['Properties', 'Policies', '0', 'PolicyDocument'], (policy) =>
    mayInvoke(statements(policy), target, streams),
  );
  return isRight && isAllowed;
}

function readSchedule(schedule: Resource, handler: Resource, invoker: Resource, alias: Resource) {
  const target = ['Properties', 'Target'];
  schedule.fixed(['Properties', 'FlexibleTimeWindow'], { Mode: 'OFF' });
  schedule.fixed([...target, 'Arn'], getAtt(handler, 'Arn'));
  schedule.fixed([...target, 'RoleArn'], getAtt(invoker, 'Arn'));
  schedule.fixed([...target, 'RetryPolicy'], { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 1 });
  const every = schedule.as(['Properties', 'ScheduleExpression'], readRate);
  const instances = schedule.as([...target, 'Input'], (input) => readInput(input, ref(alias)));
  return every !== undefined && instances !== undefined ? { instances, every } : undefined;
}
