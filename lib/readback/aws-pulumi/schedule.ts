import type { RetryFact, TriggerFact } from '../../facts/trigger';
import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { mayHandOver, readHandedOver, readWhen } from '../aws/schedule';
import type { Retrying } from '../aws/trigger';
import { isTrusted } from '../aws/trust';
import { statements } from '../policy';
import { to, type Path, type Resource } from '../resource';
import { readGivenName } from './given-name';
import { whereIn } from './reference';

/** Finds the role with which schedules invoke a function. */
export const scheduleRole = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact.part(id, 'aws:iam/role:Role', 'schedule role');

/** Reads the schedules that invoke a function. */
export function readSchedules(
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): (TriggerFact | undefined)[] {
  const id = alias.owner as ElementId;
  const role = scheduleRole(id, artefact);
  const policy = artefact.part(id, 'aws:iam/rolePolicy:RolePolicy', 'schedule role');
  const schedules = artefact.parts(id, 'aws:scheduler/schedule:Schedule');
  if (schedules.length === 0) return [];
  if (role) readNumberedName(role, 'schedule-role', artefact);
  const isAllowed = role && policy && readRole(role, policy, alias, retrying?.deadLetter, artefact);
  return schedules.map((schedule) => {
    schedule.fixed(['options', 'dependsOn'], policy && [policy.address]);
    readNumberedName(schedule, schedule.local, artefact);
    const trigger = readSchedule(schedule, role, alias, retrying);
    return isAllowed && trigger;
  });
}

/** Reads the name of one of several parts of a function. */
export const readNumberedName = (resource: Resource, role: string, artefact: Artefact): void =>
  readGivenName(
    resource,
    { kind: 'functions', element: splitElementId(resource.owner as ElementId).name, limit: 64, role },
    artefact,
  );

function readRole(
  role: Resource,
  policy: Resource,
  alias: Resource,
  deadLetter: unknown,
  artefact: Artefact,
): true | undefined {
  const isRight = role.as(
    ['inputs', 'assumeRolePolicy'],
    (document) => isTrusted(document, 'scheduler.amazonaws.com', whereIn(artefact)) || undefined,
  );
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  const isAllowed = policy.as(['inputs', 'policy'], (document) =>
    mayHandOver(statements(document), to(alias, 'arn'), deadLetter),
  );
  return isRight && isAllowed;
}

function readSchedule(
  schedule: Resource,
  role: Resource | undefined,
  alias: Resource,
  retrying: Retrying | undefined,
): TriggerFact | undefined {
  const target = ['inputs', 'target'];
  schedule.fixed(['inputs', 'flexibleTimeWindow'], { mode: 'OFF' });
  schedule.fixed([...target, 'arn'], to(alias, 'arn'));
  schedule.fixed([...target, 'roleArn'], role && to(role, 'arn'));
  readHandover(schedule, target, retrying);
  const when = schedule.as(['inputs', 'scheduleExpression'], readWhen);
  const handed = schedule.as([...target, 'input'], readHandedOver);
  if (!when || !handed) return undefined;
  if ('rate' in when) return { ...when, ...handed };
  const timezone = schedule.string(['inputs', 'scheduleExpressionTimezone']);
  return timezone === undefined ? undefined : { ...when, timezone, ...handed };
}

/**
 * Requires that a service retries a delivery to Lambda like Lambda retries an event, with the same dead-letter queue.
 */
export function readHandover(resource: Resource, path: Path, retrying: Retrying | undefined): void {
  resource.fixed([...path, 'retryPolicy'], retrying && policyOf(retrying.fact));
  if (retrying?.deadLetter !== undefined) resource.fixed([...path, 'deadLetterConfig'], { arn: retrying.deadLetter });
}

const policyOf = ({ maxRetries, maxAgeSeconds }: RetryFact) => ({
  maximumEventAgeInSeconds: maxAgeSeconds,
  maximumRetryAttempts: maxRetries,
});
