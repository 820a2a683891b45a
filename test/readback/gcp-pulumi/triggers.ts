import type { Artefact } from '../../../lib/readback/artefact';
import { readTriggers } from '../../../lib/readback/gcp/trigger';
import { dialect } from '../../../lib/readback/gcp-pulumi/dialect';
import { tagsOf } from '../../../lib/readback/tags';
import { pulumi, urnOf } from '../aws-pieces';
import { body } from '../gcp-triggers';
import type { Piece } from '../pieces';
import type { Element } from '../shop';

const to = (name: string, ...path: readonly string[]) => ({
  $ref: { urn: urnOf(name), path: path.length > 0 ? path : ['id'] },
});
const answer = (id: string, attribute: string) => ({ $ref: { invoke: id, path: [attribute] } });
const region = { $ref: { config: 'gcp:region', path: [] } };
const project = { $ref: { config: 'gcp:project', path: [] } };

const asked = [
  { id: 'p', token: 'gcp:organizations/getProject:getProject', args: {} },
  { id: 's', token: 'gcp:storage/getProjectServiceAccount:getProjectServiceAccount', args: { project } },
];

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, options?: object): Piece => ({
    address,
    type: `gcp:${type}`,
    owner,
    properties: { inputs, ...(options && { options }) },
  });

const mine = made('functions.f');
const waitsFor = (service: string, ...others: readonly string[]) => ({
  dependsOn: [`shop-foundation-enable-${service}`, ...others].map(urnOf),
});

const url = to('shop-f-function', 'serviceConfig', 'uri');
const at = (path: string) => ({ $join: [url, `/triggers/${path}`] });
const oidcToken = { serviceAccountEmail: to('shop-f-service-account-trigger', 'email'), audience: url };
const agent = { $join: ['serviceAccount:service-', answer('p', 'number'), '@gcp-sa-pubsub.iam.gserviceaccount.com'] };
const events = to('shop-f-topic-trigger-bucket-b');

const afterAgents = { dependsOn: [urnOf('shop-foundation-agents-wait')] };

const push = (part: string, inputs: object): Piece =>
  mine(
    `shop-f-subscription-trigger-${part}`,
    'pubsub/subscription:Subscription',
    {
      labels: { team: 'x' },
      pushConfig: { pushEndpoint: at(part.replace('-', '/')), oidcToken },
      retryPolicy: { minimumBackoff: '10s', maximumBackoff: '600s' },
      ...inputs,
    },
    waitsFor('pubsub', 'shop-f-invoker-trigger', 'shop-f-signer-trigger'),
  );

const forwarded = {
  ackDeadlineSeconds: 90,
  messageRetentionDuration: '604800s',
  enableMessageOrdering: false,
  expirationPolicy: { ttl: '' },
  deadLetterPolicy: { deadLetterTopic: to('shop-d-topic'), maxDeliveryAttempts: 5 },
};

const taken = (part: string): Piece =>
  mine(
    `shop-f-subscription-trigger-${part}`,
    'pubsub/subscriptionIAMMember:SubscriptionIAMMember',
    { subscription: to(`shop-f-subscription-trigger-${part}`), role: 'roles/pubsub.subscriber', member: agent },
    afterAgents,
  );

const pieces: readonly Piece[] = [
  ...['pubsub', 'iam', 'cloudscheduler'].map((name) =>
    made('foundation')(`shop-foundation-enable-${name}`, 'projects/service:Service', {
      service: `${name}.googleapis.com`,
    }),
  ),
  { ...made('foundation')('shop-foundation-agents-wait', 'x', {}), type: 'time:index/sleep:Sleep' },
  mine('shop-f-function', 'cloudfunctionsv2/function:Function', { name: 'f' }),
  made('queues.q')('shop-q-topic', 'pubsub/topic:Topic', {}),
  made('queues.d')('shop-d-topic', 'pubsub/topic:Topic', {}),
  made('topics.t')('shop-t-topic', 'pubsub/topic:Topic', {}),
  made('buckets.b')('shop-b-bucket', 'storage/bucket:Bucket', { versioning: { enabled: true } }),
  mine(
    'shop-f-service-account-trigger',
    'serviceaccount/account:Account',
    { accountId: 'shop-f-trigger', displayName: 'shop functions.f trigger' },
    waitsFor('iam'),
  ),
  mine('shop-f-invoker-trigger', 'cloudrun/iamMember:IamMember', {
    location: region,
    service: to('shop-f-function', 'name'),
    role: 'roles/run.invoker',
    member: to('shop-f-service-account-trigger', 'member'),
  }),
  mine(
    'shop-f-signer-trigger',
    'serviceaccount/iAMMember:IAMMember',
    {
      serviceAccountId: to('shop-f-service-account-trigger', 'name'),
      role: 'roles/iam.serviceAccountOpenIdTokenCreator',
      member: agent,
    },
    afterAgents,
  ),
  mine(
    'shop-f-job-trigger-schedule-2',
    'cloudscheduler/job:Job',
    {
      name: 'shop-f-job',
      region,
      description: 'shop functions.f schedule 2',
      schedule: '0 8 * * MON-FRI',
      timeZone: 'Europe/Berlin',
      attemptDeadline: '90s',
      retryConfig: { retryCount: 1, minBackoffDuration: '10s' },
      httpTarget: {
        httpMethod: 'POST',
        uri: at('schedule/2'),
        headers: { 'Content-Type': 'application/json' },
        body,
        oidcToken,
      },
    },
    waitsFor('cloudscheduler', 'shop-f-invoker-trigger'),
  ),
  push('queue-q', { name: 'shop-f-q', topic: to('shop-q-topic') }),
  push('topic-t', { name: 'shop-f-t', topic: to('shop-t-topic'), ...forwarded }),
  taken('topic-t'),
  push('bucket-b', { name: 'shop-f-b', topic: events, ...forwarded }),
  taken('bucket-b'),
  mine(
    'shop-f-topic-trigger-bucket-b',
    'pubsub/topic:Topic',
    { name: 'shop-f-events', labels: { team: 'x' }, messageStoragePolicy: { allowedPersistenceRegions: [region] } },
    waitsFor('pubsub'),
  ),
  mine(
    'shop-f-publisher-trigger-bucket-b',
    'pubsub/topicIAMMember:TopicIAMMember',
    { topic: events, role: 'roles/pubsub.publisher', member: answer('s', 'member') },
    afterAgents,
  ),
  {
    ...mine(
      'shop-f-wait-trigger-bucket-b',
      'x',
      { createDuration: '120s', triggers: { publisher: answer('s', 'member'), topic: 'shop-f-events' } },
      { dependsOn: [urnOf('shop-f-publisher-trigger-bucket-b')] },
    ),
    type: 'time:index/sleep:Sleep',
  },
  mine(
    'shop-f-notification-trigger-bucket-b-0',
    'storage/notification:Notification',
    {
      bucket: to('shop-b-bucket', 'name'),
      topic: events,
      payloadFormat: 'JSON_API_V1',
      eventTypes: ['OBJECT_ARCHIVE', 'OBJECT_DELETE', 'OBJECT_FINALIZE'],
      objectNamePrefix: 'in/',
    },
    { dependsOn: [urnOf('shop-f-wait-trigger-bucket-b')] },
  ),
];

/** What invokes a function in a recording that was written by hand. */
export const trigger: Element<object> = {
  of: 'functions.f',
  pieces,
  open: (all) => pulumi(all, asked),
  read: (artefact: Artefact) => {
    const element = artefact.part('functions.f', 'gcp:cloudfunctionsv2/function:Function');
    if (!element) return {};
    const { triggers, retry, names, labelled } = readTriggers(element, dialect.functionUri, 90, dialect, artefact);
    const labels = tagsOf(labelled, ['inputs', 'labels']);
    return { name: element.string(['inputs', 'name']), triggers, ...retry, names: names?.trigger, labels };
  },
};
