import { equal, isObject, isPointer, type Path, type Pointer, type Resource } from '../resource';

/** Where an engine writes how a subscription hands messages out. */
export interface DeliveryWords {
  readonly ackDeadline: Path;
  readonly retention: Path;
  readonly ordered: Path;
  readonly expiration: Path;
  readonly deadLetters: Path;
  /** Within what is said of dead letters. */
  readonly topic: string;
  readonly attempts: string;
}

/** How a subscription hands a queue's messages out, whosever it is. */
export interface ReadDelivery {
  readonly maxDeliveryAttempts: number | undefined;
  readonly retentionDays: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly ordered: boolean | undefined;
}

/** What a subscription does that forwards to `deadLetterTopic`, and never goes by itself. */
export function readDelivery(subscription: Resource, words: DeliveryWords, deadLetterTopic: Pointer): ReadDelivery {
  const { topic, attempts } = words;
  return {
    maxDeliveryAttempts: subscription.as(words.deadLetters, (policy) => {
      const count = isObject(policy) ? policy[attempts] : undefined;
      const isRight = equal(policy, { [topic]: deadLetterTopic, [attempts]: count });
      return isRight && Number.isSafeInteger(count) ? (count as number) : undefined;
    }),
    retentionDays: readKept(subscription, words),
    timeoutSeconds: subscription.number(words.ackDeadline),
    ordered: subscription.one(words.ordered, [true, true], [false, false]),
  };
}

/** How many days a subscription keeps what nobody takes, which itself stays. */
export function readKept(
  subscription: Resource,
  { retention, expiration }: Pick<DeliveryWords, 'retention' | 'expiration'>,
): number | undefined {
  const days = subscription.as(retention, (value) => {
    const [, seconds] = typeof value === 'string' ? (/^([1-9]\d*)s$/.exec(value) ?? []) : [];
    const count = Number(seconds) / 86_400;
    return Number.isInteger(count) ? count : undefined;
  });
  return subscription.fixed(expiration, { ttl: '' }) ? days : undefined;
}

/** Whether a member is Pub/Sub itself, in the project whose number `project` is asked for. */
export function isPubSub(member: unknown, project: Resource | undefined): boolean {
  const number: Pointer | undefined = project && { at: project.address, attribute: 'number' };
  return (
    isPointer(number) &&
    equal(member, { join: ['serviceAccount:service-', number, '@gcp-sa-pubsub.iam.gserviceaccount.com'] })
  );
}

/** Where a grant says on what, what and to whom. */
export interface AgentWords {
  readonly on: Path;
  readonly role: Path;
  readonly member: Path;
}

/** Whether just one of these grants lets Pub/Sub do `role` on what `on` points at. */
export function letsPubSub(
  grants: readonly Resource[],
  words: AgentWords,
  on: Pointer,
  role: string,
  project: Resource | undefined,
): boolean {
  const found = grants.filter((grant) => equal(grant.at(words.on), on));
  const right = found.filter((grant) => {
    const isRight = [grant.fixed(words.on, on), grant.fixed(words.role, role)].every(Boolean);
    return grant.as(words.member, (member) => (isPubSub(member, project) ? true : undefined)) === true && isRight;
  });
  return right.length === 1 && found.length === 1;
}
