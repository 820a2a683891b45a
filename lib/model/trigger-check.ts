import type { ResolvedArchitecture } from './architecture';
import { missing, type WrittenNames } from './existence';
import type { ResolvedFunction } from './function';
import type { Finding, Path } from './problem';
import { isAsynchronous, retrySpec, type BucketTrigger, type Triggers, type WithTriggers } from './trigger';

/**
 * Checks triggers and dead letters: sources that don't exist, events received twice, queues with two consumers, lost
 * events.
 */
export function checkTriggers({ functions, services }: ResolvedArchitecture, written: WrittenNames): Finding[] {
  const elements = Object.entries({ functions, services }).flatMap(([kind, all]) =>
    Object.entries<WithTriggers>(all).map(([name, element]) => ({ at: [kind, name], ...element })),
  );
  return [
    ...elements.flatMap(({ at, triggers }) => [
      ...checkSources([...at, 'triggers'], triggers, written),
      ...checkTwice([...at, 'triggers'], triggers),
    ]),
    ...checkConsumers(elements),
    ...Object.entries(functions).flatMap(([name, spec]) => checkRetry(['functions', name], spec, written)),
  ];
}

const checkSources = (path: Path, triggers: Triggers, written: WrittenNames): Finding[] =>
  triggers.flatMap((trigger, index) => {
    if ('queue' in trigger) return missing({ path: [...path, index, 'queue'] }, 'queues', trigger.queue, written);
    if ('topic' in trigger) return missing({ path: [...path, index, 'topic'] }, 'topics', trigger.topic, written);
    if ('bucket' in trigger) return missing({ path: [...path, index, 'bucket'] }, 'buckets', trigger.bucket, written);
    return [];
  });

/** Finds triggers of one element that receive the same messages or events, which clouds would deliver twice. */
function checkTwice(path: Path, triggers: Triggers): Finding[] {
  return triggers.flatMap((trigger, index): Finding[] => {
    const earlier = triggers.slice(0, index);
    if ('bucket' in trigger) {
      const rival = earlier.findIndex((other) => 'bucket' in other && meet(other, trigger));
      return [
        ...trigger.on.flatMap((event, at) =>
          trigger.on.indexOf(event) < at
            ? [{ path: [...path, index, 'on', at], message: `${event} is listed twice` }]
            : [],
        ),
        ...(rival < 0
          ? []
          : [
              {
                path: [...path, index],
                message: `receives events that triggers.${rival} also receives, so each would be delivered twice`,
                hint: "keep one of them, or use prefixes that don't overlap",
              },
            ]),
      ];
    }
    const [field, name] =
      'queue' in trigger ? ['queue', trigger.queue] : 'topic' in trigger ? ['topic', trigger.topic] : [];
    const twin = earlier.findIndex(
      (other) => field !== undefined && Object.entries(other).some(([key, value]) => key === field && value === name),
    );
    if (field === undefined || twin < 0) return [];
    return [
      {
        path: [...path, index, field],
        message: `triggers.${twin} already uses ${field}s.${name}`,
        hint: 'keep one of them',
      },
    ];
  });
}

/** True of two triggers that receive the same event. */
function meet(one: BucketTrigger, other: BucketTrigger): boolean {
  const [a, b] = [one.prefix ?? '', other.prefix ?? ''];
  return (
    one.bucket === other.bucket &&
    one.on.some((event) => other.on.includes(event)) &&
    (a.startsWith(b) || b.startsWith(a))
  );
}

/** Finds queues with two consumers, of which each would receive only some messages. */
function checkConsumers(elements: readonly { readonly at: Path; readonly triggers: Triggers }[]): Finding[] {
  const consumers = new Map<string, string>();
  return elements.flatMap(({ at, triggers }) =>
    triggers.flatMap((trigger, index) => {
      if (!('queue' in trigger)) return [];
      const id = at.join('.');
      const first = consumers.get(trigger.queue) ?? id;
      consumers.set(trigger.queue, first);
      // An element that names it twice has a finding of its own.
      if (first === id) return [];
      return [
        {
          path: [...at, 'triggers', index, 'queue'],
          message: `queues.${trigger.queue} already has a consumer: ${first}`,
          hint: 'a queue has one consumer: send to two queues, or publish to a topic',
        },
      ];
    }),
  );
}

const byDefault = retrySpec.parse({});

function checkRetry(path: Path, { triggers, retry }: ResolvedFunction, written: WrittenNames): Finding[] {
  const { deadLetter, maxRetries, maxAgeSeconds } = retry;
  const lost = triggers.findIndex(isAsynchronous);
  const isWritten =
    deadLetter !== undefined || maxRetries !== byDefault.maxRetries || maxAgeSeconds !== byDefault.maxAgeSeconds;
  return [
    ...(deadLetter === undefined
      ? []
      : missing({ path: [...path, 'retry', 'deadLetter'] }, 'queues', deadLetter, written)),
    ...(lost >= 0 && deadLetter === undefined
      ? [
          {
            severity: 'warning' as const,
            path: [...path, 'triggers', lost],
            message: 'events that fail permanently are lost',
            hint: 'set retry.deadLetter to a queue',
          },
        ]
      : []),
    ...(lost < 0 && isWritten
      ? [
          {
            severity: 'warning' as const,
            path: [...path, 'retry'],
            at: 'key' as const,
            message: 'has no effect without a schedule, rate, topic or bucket trigger',
            hint: 'queues use maxDeliveryAttempts; on aws it also applies to other asynchronous invocations',
          },
        ]
      : []),
  ];
}
