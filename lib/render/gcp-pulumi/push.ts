import { Subscription } from '@pulumi/gcp/pubsub';
import type { Account } from '@pulumi/gcp/serviceaccount';
import type { Resource } from '@pulumi/pulumi';
import { forwards, type GcpPushPlan } from '../../cloud/gcp/push';
import type { Element } from '../pulumi-element';
import { renderEvents } from './notification';
import type { Parts } from './parts';
import { deliveryOf, renderTaking } from './queue';

/** A subscription that posts each message to an element. */
export function renderPush(
  parent: Element,
  push: GcpPushPlan,
  account: Account,
  permissions: readonly Resource[],
  parts: Parts,
): Subscription {
  const { from, delivery } = push;
  const subscription = new Subscription(
    `${parent.prefix}-subscription-trigger-${push.part}`,
    {
      name: push.name,
      labels: push.labels,
      topic: 'events' in from ? renderEvents(parent, push.part, from.events, parts).id : parts.token(from.topic),
      ...deliveryOf(push.delivery, parts),
      retryPolicy: { minimumBackoff: push.backoff.least, maximumBackoff: push.backoff.most },
      pushConfig: {
        pushEndpoint: parts.text(push.endpoint),
        oidcToken: { serviceAccountEmail: account.email, audience: parts.token(push.audience) },
      },
    },
    // Messages that are pushed before the permissions exist fail.
    { parent, dependsOn: [...parts.needs(push.needs), ...permissions] },
  );
  if (push.queue) parts.provide(push.queue, 'subscription', { name: subscription.name });
  if (forwards(delivery)) renderTaking(parent, `subscription-trigger-${push.part}`, subscription, delivery, parts);
  return subscription;
}
