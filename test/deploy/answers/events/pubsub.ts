import { isWell, type Caller, type Token } from './caller';
import type { Clock } from './clock';

/** A message, as whoever publishes it has it. */
export interface Message {
  readonly data: Buffer;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A subscription, in Terraform's words. */
export interface Subscription {
  readonly name: string;
  /** The topic's id, as all topics here. */
  readonly topic: string;
  readonly push_config?: { readonly push_endpoint: string; readonly oidc_token: Token };
  readonly dead_letter_policy?: { readonly dead_letter_topic: string; readonly max_delivery_attempts: number };
  readonly retry_policy?: { readonly minimum_backoff: string; readonly maximum_backoff: string };
}

/** A message that hasn't been acknowledged. */
interface Pending {
  readonly id: string;
  readonly message: Message;
  attempts: number;
  /** When it may be delivered again, in milliseconds. */
  due: number;
  underWay: boolean;
}

/** Pub/Sub, as far as topics, subscriptions that push, and dead letters go. */
export class PubSub {
  private readonly pending: ReadonlyMap<Subscription, Pending[]>;
  private readonly timer = setInterval(() => this.push(), 50).unref();
  private published = 0;

  /**
   * @param topics the ids of those that there are
   * @param agent the account that Pub/Sub forwards dead letters as
   */
  constructor(
    private readonly project: string,
    private readonly topics: readonly string[],
    subscriptions: readonly Subscription[],
    private readonly agent: string,
    private readonly caller: Caller,
    private readonly clock: Clock,
  ) {
    this.pending = new Map(subscriptions.map((one) => [one, []]));
  }

  /**
   * Gives a message to every subscription of a topic.
   * @returns the message's id; undefined if there is no such topic
   */
  publish(topic: string, message: Message): string | undefined {
    if (!this.topics.includes(topic)) return undefined;
    const id = String(++this.published);
    for (const [subscription, pending] of this.pending) {
      if (subscription.topic === topic) pending.push({ id, message, attempts: 0, due: 0, underWay: false });
    }
    return id;
  }

  /** Pulls a message from a subscription, and acknowledges it; undefined if there is none. */
  take(name: string): Message | undefined {
    const [, pending] = [...this.pending].find(([subscription]) => subscription.name === name)!;
    return pending.shift()?.message;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private push(): void {
    for (const [subscription, pending] of this.pending) {
      if (subscription.push_config === undefined) continue;
      for (const one of pending.filter(({ due, underWay }) => !underWay && due <= this.clock.now())) {
        one.underWay = true;
        void this.deliver(subscription, one).finally(() => (one.underWay = false));
      }
    }
  }

  private async deliver(subscription: Subscription, one: Pending): Promise<void> {
    const { push_endpoint: url, oidc_token: token } = subscription.push_config!;
    const { id, message } = one;
    const envelope = {
      message: {
        ...(message.data.length > 0 && { data: message.data.toString('base64') }),
        attributes: message.attributes,
        messageId: id,
        publishTime: new Date(this.clock.now()).toISOString(),
      },
      subscription: this.idOf(subscription),
      ...(subscription.dead_letter_policy && { deliveryAttempt: one.attempts + 1 }),
    };
    const headers = { 'content-type': 'application/json' };
    const status = await this.caller.call(url, token, Buffer.from(JSON.stringify(envelope)), headers).catch(() => 503);
    one.attempts += 1;
    if (isWell(status) || this.forward(subscription, one)) return this.acknowledge(subscription, one);
    const { minimum_backoff: least = '10s', maximum_backoff: most = '600s' } = subscription.retry_policy ?? {};
    const pause = Math.min(parseFloat(least) * 2 ** (one.attempts - 1), parseFloat(most));
    one.due = this.clock.now() + pause * 1000;
  }

  private acknowledge(subscription: Subscription, one: Pending): void {
    const pending = this.pending.get(subscription)!;
    pending.splice(pending.indexOf(one), 1);
  }

  /** Gives what was tried often enough to the dead-letter topic, if there is one and Pub/Sub's own account may. */
  private forward(subscription: Subscription, { attempts, message }: Pending): boolean {
    const { dead_letter_topic: topic, max_delivery_attempts: most } = subscription.dead_letter_policy ?? {};
    if (topic === undefined || most === undefined || attempts < most) return false;
    const may =
      this.caller.holds(this.agent, 'roles/pubsub.publisher', topic) &&
      this.caller.holds(this.agent, 'roles/pubsub.subscriber', this.idOf(subscription));
    const attributes = { ...message.attributes, CloudPubSubDeadLetterSourceDeliveryCount: String(attempts) };
    return may && this.publish(topic, { ...message, attributes }) !== undefined;
  }

  private idOf({ name }: Subscription): string {
    return `projects/${this.project}/subscriptions/${name}`;
  }
}
