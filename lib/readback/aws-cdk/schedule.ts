import type { RetryFact, TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { mayHandOver, readHandedOver, readWhen } from '../aws/schedule';
import type { Retrying } from '../aws/trigger';
import { isTrusted } from '../aws/trust';
import { plainText } from '../places';
import { statements } from '../policy';
import type { Path, Resource } from '../resource';
import { getAtt, ref, where } from './reference';

/** Finds the role with which schedules invoke a function. */
export const scheduleRole = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact.part(id, 'AWS::IAM::Role', 'schedule role');

/** Reads the schedules that invoke a function. */
export function readSchedules(
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): (TriggerFact | undefined)[] {
  const id = alias.owner as ElementId;
  const role = scheduleRole(id, artefact);
  const schedules = artefact.parts(id, 'AWS::Scheduler::Schedule');
  if (schedules.length === 0) return [];
  const isAllowed = role && readRole(role, alias, retrying?.deadLetter);
  return schedules.map((schedule) => {
    const trigger = readSchedule(schedule, role, alias, retrying, artefact);
    return isAllowed && trigger;
  });
}

function readRole(role: Resource, alias: Resource, deadLetter: unknown): true | undefined {
  const isRight = role.as(
    ['Properties', 'AssumeRolePolicyDocument'],
    (policy) => isTrusted(policy, 'scheduler.amazonaws.com', where) || undefined,
  );
  role.fixed(['Properties', 'Policies', '0', 'PolicyName'], 'Permissions');
  const isAllowed = role.as(['Properties', 'Policies', '0', 'PolicyDocument'], (policy) =>
    mayHandOver(statements(policy), ref(alias), deadLetter),
  );
  return isRight && isAllowed;
}

function readSchedule(
  schedule: Resource,
  role: Resource | undefined,
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): TriggerFact | undefined {
  const target = ['Properties', 'Target'];
  schedule.fixed(['Properties', 'FlexibleTimeWindow'], { Mode: 'OFF' });
  schedule.fixed([...target, 'Arn'], ref(alias));
  schedule.fixed([...target, 'RoleArn'], role && getAtt(role, 'Arn'));
  readHandover(schedule, target, retrying);
  const when = schedule.as(['Properties', 'ScheduleExpression'], readWhen);
  const handed = schedule.as([...target, 'Input'], (value) => readHandedOver(plainText(value, artefact.places)));
  if (!when || !handed) return undefined;
  if ('rate' in when) return { ...when, ...handed };
  const timezone = schedule.string(['Properties', 'ScheduleExpressionTimezone']);
  return timezone === undefined ? undefined : { ...when, timezone, ...handed };
}

/**
 * Requires that a service retries a delivery to Lambda like Lambda retries an event, with the same dead-letter queue.
 */
export function readHandover(resource: Resource, path: Path, retrying: Retrying | undefined): void {
  resource.fixed([...path, 'RetryPolicy'], retrying && policyOf(retrying.fact));
  if (retrying?.deadLetter !== undefined) resource.fixed([...path, 'DeadLetterConfig'], { Arn: retrying.deadLetter });
}

const policyOf = ({ maxRetries, maxAgeSeconds }: RetryFact) => ({
  MaximumEventAgeInSeconds: maxAgeSeconds,
  MaximumRetryAttempts: maxRetries,
});
