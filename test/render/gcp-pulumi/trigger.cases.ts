import { told } from '../gcp-told';
import { record, type Recorded } from './program';

describe('triggers on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(told());
  });
  const all = (type: string) => recorded.ofType(type);
  const subscription = (name: string) => all('pubsub/subscription:Subscription')[name]!;

  test("are named by their type first, since the rest may be an element's name", () => {
    const names = recorded.resources.map(({ name }) => name).filter((name) => name.includes('-trigger'));
    expect(names.sort()).toEqual([
      'shop-f-invoker-trigger',
      'shop-f-job-trigger-schedule-0',
      'shop-f-notification-trigger-bucket-uploads-0',
      'shop-f-notification-trigger-bucket-uploads-1',
      'shop-f-publisher-trigger-bucket-uploads',
      'shop-f-service-account-trigger',
      'shop-f-signer-trigger',
      'shop-f-subscription-trigger-bucket-uploads',
      'shop-f-subscription-trigger-bucket-uploads',
      'shop-f-subscription-trigger-queue-jobs',
      'shop-f-subscription-trigger-queue-jobs',
      'shop-f-subscription-trigger-topic-events',
      'shop-f-subscription-trigger-topic-events',
      'shop-f-topic-trigger-bucket-uploads',
      'shop-f-wait-trigger-bucket-uploads',
      'shop-loses-invoker-trigger',
      'shop-loses-service-account-trigger',
      'shop-loses-signer-trigger',
      'shop-loses-subscription-trigger-topic-events',
      'shop-web-invoker-trigger',
      'shop-web-job-trigger-schedule-0',
      'shop-web-service-account-trigger',
    ]);
  });

  test('on a schedule are jobs with the retries of the model', () => {
    expect(all('cloudscheduler/job:Job')['shop-f-job-trigger-schedule-0']!.inputs).toMatchObject({
      schedule: '0 8 * * 1',
      timeZone: 'Europe/Berlin',
      attemptDeadline: '15s',
      retryConfig: { retryCount: 1, minBackoffDuration: '10s' },
      httpTarget: { httpMethod: 'POST', body: 'eyJhIjoxfQ==' },
    });
  });

  test('of a queue follow the settings of the queue, within the limits of Pub/Sub', () => {
    expect(subscription('shop-f-subscription-trigger-queue-jobs').inputs).toMatchObject({
      ackDeadlineSeconds: 600,
      messageRetentionDuration: '345600s',
      enableMessageOrdering: true,
      expirationPolicy: { ttl: '' },
      deadLetterPolicy: { maxDeliveryAttempts: 5 },
      retryPolicy: { minimumBackoff: '10s', maximumBackoff: '600s' },
    });
  });

  test('of an event retry it up to the maximum of retries and the maximum age', () => {
    expect(subscription('shop-f-subscription-trigger-topic-events').inputs).toMatchObject({
      ackDeadlineSeconds: 10,
      messageRetentionDuration: '604800s',
    });
    const lost = subscription('shop-loses-subscription-trigger-topic-events').inputs;
    expect(lost).toMatchObject({ messageRetentionDuration: '600s' });
    expect(lost).not.toHaveProperty('deadLetterPolicy');
  });

  test('depend on their permissions', () => {
    const waits = (type: string, name: string) =>
      (all(type)[name]!.options['dependsOn'] as string[]).map((urn) => urn.slice(urn.lastIndexOf('::') + 2));
    expect(waits('pubsub/subscription:Subscription', 'shop-f-subscription-trigger-topic-events')).toEqual([
      'shop-foundation-enable-pubsub',
      'shop-f-invoker-trigger',
      'shop-f-signer-trigger',
    ]);
    expect(waits('storage/notification:Notification', 'shop-f-notification-trigger-bucket-uploads-0')).toEqual([
      'shop-f-wait-trigger-bucket-uploads',
    ]);
  });
});
