import { equal, type Resource } from '../resource';
import type { Dialect } from './dialect';

/** The properties that a queue shares with its dead-letter queue. */
export interface ReadPair {
  readonly ordered: boolean | undefined;
  readonly encrypted: boolean | undefined;
}

/** Reads the properties that both queues have to have; undefined where they differ. */
export function readPair(queue: Resource, deadLetters: Resource, { path }: Dialect): ReadPair {
  const [one, other] = [queue, deadLetters].map((resource) => ({
    ordered: readOrder(resource, path),
    encrypted: resource.one(path('SqsManagedSseEnabled'), [true, true], [false, false]),
  }));
  return {
    ordered: one!.ordered === other!.ordered ? one!.ordered : undefined,
    encrypted: one!.encrypted === other!.encrypted ? one!.encrypted : undefined,
  };
}

/** Reads a FIFO queue, whose message groups are ordered each on its own, or a standard one. */
function readOrder(queue: Resource, path: Dialect['path']): boolean | undefined {
  const read = [
    queue.one(path('FifoQueue'), [true, true], [undefined, false]),
    queue.one(path('DeduplicationScope'), ['messageGroup', true], [undefined, false]),
    queue.one(path('FifoThroughputLimit'), ['perMessageGroupId', true], [undefined, false]),
  ];
  return read.every((one) => one === read[0]) ? read[0] : undefined;
}

/** Reads how many days a queue keeps messages. */
export const readRetention = (queue: Resource, { path }: Dialect): number | undefined =>
  queue.as(path('MessageRetentionPeriod'), (seconds) =>
    Number.isInteger(Number(seconds) / 86_400) ? Number(seconds) / 86_400 : undefined,
  );

/** Reads after how many deliveries messages go to `deadLetters`; undefined if they go anywhere else. */
export function readRedrive(policy: unknown, deadLetters: unknown): number | undefined {
  const { maxReceiveCount: count } = (policy ?? {}) as { maxReceiveCount?: unknown };
  const isRight = equal(policy, { deadLetterTargetArn: deadLetters, maxReceiveCount: count });
  return isRight && Number.isSafeInteger(count) ? (count as number) : undefined;
}
