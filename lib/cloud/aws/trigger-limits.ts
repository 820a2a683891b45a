import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedFunction } from '../../model/function';
import { splitElementId } from '../../model/name';
import type { Finding, Path } from '../../model/problem';
import type { BucketTrigger, Trigger } from '../../model/trigger';
import { planQueuePolicies } from './queue-policy';

/** What triggers of functions can't be on AWS. */
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
      message: `gets the dead letters of ${senders.length} topics and bucket triggers, a queue on aws of ${statementsPerPolicy} at the most`,
      hint: "SQS's limit: name another queue as the deadLetter of some functions",
    }),
  );

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html */
const inputBytes = 262_144;

/** How many times its timeout a consumer should hold a message: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
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
      message: `must be ${inputBytes} bytes of JSON or less on aws, got ${bytes}`,
      hint: "the scheduler's limit; ship large values with the code",
    });
  }
  if ('queue' in trigger) {
    const held = queues[trigger.queue]?.timeoutSeconds;
    if (held === undefined || held >= timesTimeout * timeoutSeconds) return [];
    const place = { path: ['queues', trigger.queue, 'timeoutSeconds'] };
    const hint = 'leave it out: six times as long is what it becomes';
    const least = `${timeoutSeconds}, its consumer's timeout`;
    return held < timeoutSeconds
      ? [{ ...place, message: `must be ${least}, or more on aws, got ${held}`, hint }]
      : [{ severity: 'warning', ...place, message: `should be six times ${least}, or more on aws, got ${held}`, hint }];
  }
  return found('bucket' in trigger && longestPattern(trigger) > patternLength, {
    path: [...path, 'prefix'],
    message: `must fit into a pattern of ${patternLength} characters on aws`,
    hint: "EventBridge's limit; begin names with less",
  });
}

/** How long a pattern becomes in JSON, around the longest name of a bucket. */
const longestPattern = ({ prefix = '' }: BucketTrigger): number =>
  JSON.stringify({
    source: ['aws.s3'],
    'detail-type': ['Object Created', 'Object Deleted'],
    detail: { bucket: { name: ['x'.repeat(63)] }, object: { key: [{ prefix }] } },
  }).length;

const found = (isWrong: boolean, finding: Finding): Finding[] => (isWrong ? [finding] : []);
