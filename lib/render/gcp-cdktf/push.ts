import { PubsubSubscription } from '@cdktf/provider-google/lib/pubsub-subscription';
import type { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { forwards, type GcpPushPlan } from '../../cloud/gcp/push';
import { pascalCase } from '../../model/name';
import { renderEvents } from './notification';
import type { Parts } from './parts';
import { deliveryOf, renderTaking } from './queue';

/** A subscription that posts each message to an element. */
export function renderPush(
  element: Construct,
  push: GcpPushPlan,
  account: ServiceAccount,
  permissions: readonly ITerraformDependable[],
  parts: Parts,
): PubsubSubscription {
  const scope = new Construct(element, pascalCase(push.part));
  const { from, delivery } = push;
  const subscription = new PubsubSubscription(scope, 'Subscription', {
    name: push.name,
    labels: push.labels,
    topic: 'events' in from ? renderEvents(scope, from.events, parts).id : parts.token(from.topic),
    ...deliveryOf(push.delivery, parts),
    retryPolicy: { minimumBackoff: push.backoff.least, maximumBackoff: push.backoff.most },
    pushConfig: {
      pushEndpoint: parts.text(push.endpoint),
      oidcToken: { serviceAccountEmail: account.email, audience: parts.token(push.audience) },
    },
    // Messages that are pushed before the permissions exist fail.
    dependsOn: [...parts.needs(push.needs), ...permissions],
  });
  if (push.queue) parts.provide(push.queue, 'subscription', { name: subscription.name });
  if (forwards(delivery)) renderTaking(scope, 'Agent', subscription, delivery, parts);
  return subscription;
}
