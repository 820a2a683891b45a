import { told } from '../gcp-told';
import { planOf } from '../gcp-shop';
import { synthesize } from './stack';

const matching = (text: RegExp) => expect.stringMatching(text) as string;

describe('triggers on gcp-cdktf', () => {
  const { ofType } = synthesize(told());
  const subscriptions = ofType('google_pubsub_subscription');
  const of = (part: string) => subscriptions[`functions/f/Trigger/${part}/Subscription`]!;

  test('use one service account for each invoked element, which may call that element and nothing else', () => {
    const accounts = Object.keys(ofType('google_service_account')).filter((path) => path.includes('/Trigger/'));
    expect(accounts.sort()).toEqual([
      'functions/f/Trigger/ServiceAccount',
      'functions/loses/Trigger/ServiceAccount',
      'services/web/Trigger/ServiceAccount',
    ]);
    expect(ofType('google_cloud_run_service_iam_member')['functions/f/Trigger/Invoker']).toMatchObject({
      service: matching(/^\$\{google_cloudfunctions2_function\.\w+_f_\w+\.name\}$/),
      role: 'roles/run.invoker',
      member: matching(/^\$\{google_service_account\.\w+_f_Trigger_\w+\.member\}$/),
    });
  });

  test('on a schedule are jobs that depend on their permission, with the retries of the model', () => {
    const jobs = ofType('google_cloud_scheduler_job');
    expect(jobs['functions/f/Trigger/Schedule0']).toMatchObject({
      schedule: '0 8 * * 1',
      time_zone: 'Europe/Berlin',
      attempt_deadline: '15s',
      retry_config: { retry_count: 1, min_backoff_duration: '10s' },
      http_target: { uri: matching(/\.service_config\[0\]\.uri\}\/triggers\/schedule\/0$/), body: 'eyJhIjoxfQ==' },
      depends_on: [matching(/EnableCloudscheduler/), matching(/_f_Trigger_Invoker_/)],
    });
    expect(jobs['services/web/Trigger/Schedule0']).toMatchObject({
      schedule: '0 */2 * * *',
      time_zone: 'UTC',
      attempt_deadline: '300s',
      http_target: { uri: matching(/\.uri\}\/triggers\/schedule\/0$/) },
    });
  });

  test('of a queue follow the settings of the queue, within the limits of Pub/Sub', () => {
    expect(of('QueueJobs')).toMatchObject({
      ack_deadline_seconds: 600,
      message_retention_duration: '345600s',
      enable_message_ordering: true,
      expiration_policy: { ttl: '' },
      dead_letter_policy: { dead_letter_topic: matching(/_jobs_DeadLetterTopic_/), max_delivery_attempts: 5 },
      push_config: { push_endpoint: matching(/\.service_config\[0\]\.uri\}\/triggers\/queue\/jobs$/) },
      retry_policy: { minimum_backoff: '10s', maximum_backoff: '600s' },
    });
  });

  test('of an event retry it up to the maximum of retries and the maximum age', () => {
    expect(of('TopicEvents')).toMatchObject({
      ack_deadline_seconds: 10,
      message_retention_duration: '604800s',
      dead_letter_policy: { dead_letter_topic: matching(/_failed_Topic_/), max_delivery_attempts: 5 },
    });
    const lost = subscriptions['functions/loses/Trigger/TopicEvents/Subscription']!;
    expect(lost).toMatchObject({ message_retention_duration: '600s' });
    expect(lost).not.toHaveProperty('dead_letter_policy');
    expect(Object.keys(ofType('google_pubsub_subscription_iam_member')).sort()).toEqual([
      'functions/f/Trigger/BucketUploads/Agent',
      'functions/f/Trigger/QueueJobs/Agent',
      'functions/f/Trigger/TopicEvents/Agent',
      'queues/failed/SubscriptionAgent',
    ]);
  });

  test('of a bucket share one topic, with one notification for each trigger, after its permission', () => {
    expect(of('BucketUploads')['topic']).toMatch(/_Trigger_BucketUploads_Topic_/);
    const notifications = Object.values(ofType('google_storage_notification'));
    expect(notifications.map(({ event_types: events, object_name_prefix: prefix }) => [events, prefix])).toEqual([
      [['OBJECT_FINALIZE'], 'in/'],
      [['OBJECT_ARCHIVE', 'OBJECT_DELETE'], undefined],
    ]);
    for (const one of notifications) expect(one['depends_on']).toEqual([matching(/_BucketUploads_Wait_/)]);
    expect(ofType('time_sleep')['functions/f/Trigger/BucketUploads/Wait']).toMatchObject({
      create_duration: '120s',
      depends_on: [matching(/_BucketUploads_Publisher_/)],
    });
    expect(ofType('google_pubsub_topic_iam_member')['functions/f/Trigger/BucketUploads/Publisher']).toMatchObject({
      role: 'roles/pubsub.publisher',
      member: matching(/^\$\{data\.google_storage_project_service_account\.\w+\.member\}$/),
    });
  });

  test('are called with tokens that Pub/Sub may create for their service account only', () => {
    expect(Object.keys(ofType('google_service_account_iam_member'))).toEqual([
      'functions/f/Trigger/Signer',
      'functions/loses/Trigger/Signer',
    ]);
    expect(ofType('google_service_account_iam_member')['functions/f/Trigger/Signer']).toMatchObject({
      service_account_id: matching(/^\$\{google_service_account\.\w*_Trigger_ServiceAccount_\w+\.name\}$/),
      role: 'roles/iam.serviceAccountOpenIdTokenCreator',
      member: matching(/@gcp-sa-pubsub\.iam\.gserviceaccount\.com$/),
    });
  });

  test('open no endpoint', () => {
    expect(ofType('google_cloudfunctions2_function')['functions/f/Function']!['service_config']).toMatchObject({
      ingress_settings: 'ALLOW_INTERNAL_ONLY',
    });
  });
});

test('triggers on gcp-cdktf: without any, the service agent of Cloud Storage is not read', () => {
  const { ofType } = synthesize(planOf({ buckets: { uploads: {} } }));
  expect(ofType('data.google_storage_project_service_account')).toEqual({});
});
