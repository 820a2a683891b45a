import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedFunction } from '../../model/function';
import { splitElementId } from '../../model/name';
import type { Finding, Path } from '../../model/problem';
import type { BucketTrigger, Trigger } from '../../model/trigger';
import { planQueuePolicies } from './queue-policy';

/** AWS's limits that triggers exceed. */
export const triggerProblems = (architecture: ResolvedArchitecture): Finding[] => [
  ...Object.entries(architecture.functions).flatMap(([name, spec]) =>
    spec.triggers.flatMap((trigger, index) =>
      problems(['functions', name, 'triggers', index], trigger, spec, architecture.queues),
    ),
  ),
  ...senderProblems(architecture),
];

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html */
const statementsPerPolicy = 20;

/** Queues to which more topics and rules send dead letters than a policy has room for. */
const senderProblems = (architecture: ResolvedArchitecture): Finding[] =>
  planQueuePolicies(architecture).flatMap(({ element, senders }) =>
    found(senders.length > statementsPerPolicy, {
      path: ['queues', splitElementId(element).name],
      at: 'key',
      message: `receives dead letters from ${senders.length} topics and bucket triggers; a queue on aws allows at most ${statementsPerPolicy}`,
      hint: "SQS's limit: use another queue as deadLetter for some functions",
    }),
  );

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html */
const inputBytes = 262_144;

/**
 * The recommended ratio of the visibility timeout to the consumer's timeout:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
const timesTimeout = 6;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const patternLength = 2_048;

function problems(
  path: Path,
  trigger: Trigger,
  { timeoutSeconds }: ResolvedFunction,
  queues: ResolvedArchitecture['queues'],
): Finding[] {
  if ('input' in trigger) {
    const bytes = Buffer.byteLength(JSON.stringify(trigger.input), 'utf8');
    return found(bytes > inputBytes, {
      path: [...path, 'input'],
      message: `must be at most ${inputBytes} bytes of JSON on aws, got ${bytes}`,
      hint: "EventBridge Scheduler's limit; ship large values with the code",
    });
  }
  if ('queue' in trigger) {
    const held = queues[trigger.queue]?.timeoutSeconds;
    if (held === undefined || held >= timesTimeout * timeoutSeconds) return [];
    const place = { path: ['queues', trigger.queue, 'timeoutSeconds'] };
    const hint = "leave it out: the default is six times the consumer's timeout";
    return held < timeoutSeconds
      ? [{ ...place, message: `must be at least ${timeoutSeconds}, its consumer's timeout, on aws, got ${held}`, hint }]
      : [
          {
            severity: 'warning',
            ...place,
            message: `should be at least ${timesTimeout * timeoutSeconds}, six times its consumer's timeout, on aws, got ${held}`,
            hint,
          },
        ];
  }
  const length = 'bucket' in trigger ? longestPattern(trigger) : 0;
  return found(length > patternLength, {
    path: [...path, 'prefix'],
    message: `must keep the event pattern at ${patternLength} characters or less on aws, got ${length}`,
    hint: "EventBridge's limit; use a shorter prefix",
  });
}

/** The length of an event pattern as JSON, with the longest bucket name. */
const longestPattern = ({ prefix = '' }: BucketTrigger): number =>
  JSON.stringify({
    source: ['aws.s3'],
    'detail-type': ['Object Created', 'Object Deleted'],
    detail: { bucket: { name: ['x'.repeat(63)] }, object: { key: [{ prefix }] } },
  }).length;

const found = (isWrong: boolean, finding: Finding): Finding[] => (isWrong ? [finding] : []);
