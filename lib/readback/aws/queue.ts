import { equal, type Path, type Resource } from '../resource';

/** Where an engine writes what a queue is. */
export interface QueueWords {
  readonly fifo: Path;
  readonly deduplication: Path;
  readonly throughput: Path;
  readonly encryption: Path;
  readonly retention: Path;
}

/** What a queue and its dead-letter queue both say. */
export interface ReadPair {
  readonly ordered: boolean | undefined;
  readonly encrypted: boolean | undefined;
}

/** Undefined where the two say different things: of a queue that keeps the order the other has to keep it, too. */
export function readPair(queue: Resource, deadLetters: Resource, words: QueueWords): ReadPair {
  const [one, other] = [queue, deadLetters].map((resource) => ({
    ordered: readOrder(resource, words),
    encrypted: resource.one(words.encryption, [true, true], [false, false]),
  }));
  return {
    ordered: one!.ordered === other!.ordered ? one!.ordered : undefined,
    encrypted: one!.encrypted === other!.encrypted ? one!.encrypted : undefined,
  };
}

/** Groups that keep the order each for itself, without a word of which messages are equal; or no order at all. */
function readOrder(queue: Resource, { fifo, deduplication, throughput }: QueueWords): boolean | undefined {
  const said = [
    queue.one(fifo, [true, true], [undefined, false]),
    queue.one(deduplication, ['messageGroup', true], [undefined, false]),
    queue.one(throughput, ['perMessageGroupId', true], [undefined, false]),
  ];
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}

/** How many days a queue keeps what nobody takes. */
export const readRetention = (queue: Resource, { retention }: QueueWords): number | undefined =>
  queue.as(retention, (seconds) => (Number.isInteger(Number(seconds) / 86_400) ? Number(seconds) / 86_400 : undefined));

/** After how many deliveries messages go to `deadLetters`; undefined if they go anywhere else. */
export function readRedrive(policy: unknown, deadLetters: unknown): number | undefined {
  const { maxReceiveCount: count } = (policy ?? {}) as { maxReceiveCount?: unknown };
  const isRight = equal(policy, { deadLetterTargetArn: deadLetters, maxReceiveCount: count });
  return isRight && Number.isSafeInteger(count) ? (count as number) : undefined;
}
