import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedFunction } from '../../model/function';
import type { Finding, Path } from '../../model/problem';
import { kindOf, type Trigger, type WithTriggers } from '../../model/trigger';

/** Google Cloud's limits that triggers exceed, and warnings. */
export const triggerProblems = ({ functions, services, queues }: ResolvedArchitecture): Finding[] => [
  ...Object.entries(functions).flatMap(([name, spec]) => [
    ...timeoutProblems(['functions', name], spec),
    ...spec.triggers.flatMap((trigger, index) => [
      ...inputProblems(['functions', name, 'triggers', index], trigger),
      ...heldTooShort(trigger, spec, queues),
    ]),
  ]),
  ...notificationProblems([...Object.values(functions), ...Object.values(services)]),
];

/** For each sort of event of one bucket: https://cloud.google.com/storage/quotas#pubsub-notifications */
const notificationsPerEvent = 10;

/** Finds buckets with more notifications than Cloud Storage allows. */
function notificationProblems(elements: readonly WithTriggers[]): Finding[] {
  const counts = new Map<string, number>();
  for (const trigger of elements.flatMap(({ triggers }) => triggers))
    if ('bucket' in trigger)
      for (const event of new Set(trigger.on)) {
        const key = `${trigger.bucket} ${event}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return [...counts]
    .filter(([, count]) => count > notificationsPerEvent)
    .map(([key, count]): Finding => {
      const [bucket = '', event = ''] = key.split(' ');
      return {
        path: ['buckets', bucket],
        at: 'key',
        message: `has ${count} \`${event}\` triggers; a bucket on gcp allows at most ${notificationsPerEvent}`,
        hint: "Cloud Storage's limit: let one function receive the events and publish them to a topic",
      };
    });
}

/**
 * The longest timeouts of asynchronous code, in seconds. An acknowledgement deadline is at most ten minutes,
 * https://cloud.google.com/pubsub/docs/lease-management, and a job's attempt lasts at most half an hour,
 * https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#Job
 */
const longest = { message: 600, job: 1_800 } as const;

function timeoutProblems(path: Path, { timeoutSeconds, triggers }: ResolvedFunction): Finding[] {
  const isPushed = triggers.some((trigger) => !('input' in trigger));
  const most = isPushed ? longest.message : triggers.length > 0 ? longest.job : Infinity;
  if (timeoutSeconds <= most) return [];
  const kinds = [...new Set(triggers.map(kindOf))].filter((kind) => !isPushed || !/schedule|rate/.test(kind));
  return [
    {
      path: [...path, 'timeoutSeconds'],
      message: `must be at most ${most} on gcp with a ${kinds.join(' or ')} trigger, got ${timeoutSeconds}`,
      hint: `${isPushed ? 'Pub/Sub' : 'Cloud Scheduler'}'s limit; split the work, or use a service`,
    },
  ];
}

/** The size of a job, its input with what is around it: https://cloud.google.com/scheduler/quotas */
const inputBytes = 1_000_000;

function inputProblems(path: Path, trigger: Trigger): Finding[] {
  const bytes = 'input' in trigger ? Buffer.byteLength(JSON.stringify(trigger.input), 'utf8') : 0;
  if (bytes <= inputBytes) return [];
  return [
    {
      path: [...path, 'input'],
      message: `must be at most ${inputBytes} bytes of JSON on gcp, got ${bytes}`,
      hint: "Cloud Scheduler's limit; ship large values with the code",
    },
  ];
}

/** Warns of messages that are delivered again while they are still processed. */
function heldTooShort(
  trigger: Trigger,
  { timeoutSeconds }: ResolvedFunction,
  queues: ResolvedArchitecture['queues'],
): Finding[] {
  const held = 'queue' in trigger ? queues[trigger.queue]?.timeoutSeconds : undefined;
  if (held === undefined || held >= timeoutSeconds) return [];
  return [
    {
      severity: 'warning',
      path: ['queues', (trigger as { readonly queue: string }).queue, 'timeoutSeconds'],
      message: `is less than its consumer's timeout (${timeoutSeconds}) on gcp: messages may be delivered again while they are processed`,
      hint: "leave it out: the default is six times the consumer's timeout",
    },
  ];
}
