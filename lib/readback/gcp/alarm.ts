import { expectStackName } from '../../facts/name';
import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, Join, type Pointer, shown } from '../made';
import { equal, isObject, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { waitsFor } from './needs';

/** The alert policies that an element may have; an API has none there. */
type Means = Exclude<AlarmFact['means'], 'server errors'>;

/** The meanings that alert policies of an element may have, each with a pointer at the name of what it watches. */
export type Watched = Readonly<Partial<Record<Means, Pointer | undefined>>>;

/** An alert policy that is right: its name among the parts of its element, its display name, and its condition. */
interface RightPolicy {
  readonly part: string;
  readonly verb: string;
  /** The text before and after the name of what it watches. */
  readonly filter: readonly [before: string, after: string];
  readonly aggregation?: readonly [aligner: string, reducer: string];
  /** The number that is free; absent: none, one of anything raises the alarm. */
  readonly free?: 'threshold' | 'periods';
}

const ofQueue = (metric: string) =>
  ({
    filter: [
      'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
      `" AND metric.type = "pubsub.googleapis.com/subscription/${metric}"`,
    ],
    aggregation: ['ALIGN_MAX', 'REDUCE_MAX'],
  }) as const;

const failed = {
  filter: [
    'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
    '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
  ],
  aggregation: ['ALIGN_DELTA', 'REDUCE_SUM'],
} as const;

const policies: Readonly<Record<Means, RightPolicy>> = {
  'dead letters': { part: 'alarm-dead-letters', verb: 'has dead letters', ...ofQueue('num_undelivered_messages') },
  messages: { part: 'alarm-messages', verb: 'has messages', ...ofQueue('num_undelivered_messages') },
  'old messages': {
    part: 'alarm-old-messages',
    verb: 'has old messages',
    ...ofQueue('oldest_unacked_message_age'),
    free: 'threshold',
  },
  errors: { part: 'alarm-errors', verb: 'fails', ...failed, free: 'threshold' },
  unhealthy: { part: 'alarm-unhealthy', verb: 'is unhealthy', ...failed, free: 'periods' },
  throttles: {
    part: 'alarm-throttles',
    verb: 'is throttled',
    filter: [
      'log_id("run.googleapis.com/requests") AND resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
      '" AND httpRequest.status = 429',
    ],
  },
};

/** Reads the alarms of an element; undefined if one of them isn't understood. */
export function readAlarms(
  id: ElementId,
  mayBe: Watched,
  dialect: Dialect,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = artefact.parts(id, dialect.types.alarm);
  const read = (Object.keys(mayBe) as Means[]).map((means) => {
    const alarm = alarms.find(({ local }) => local === dialect.part(policies[means].part));
    return alarm && readPolicy(alarm, id, means, mayBe[means], dialect, artefact);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === alarms.length ? known : undefined;
}

function readPolicy(
  policy: Resource,
  id: ElementId,
  means: Means,
  watched: Pointer | undefined,
  dialect: Dialect,
  artefact: Artefact,
): AlarmFact | undefined {
  const right = policies[means];
  const displayName = `${expectStackName(artefact.stamp)} ${id} ${right.verb}`;
  const rateLimit = right.aggregation ? {} : { notification_rate_limit: { period: '300s' } };
  const isRight = [
    policy.fixed(pathIn(dialect, 'display_name'), displayName),
    policy.fixed(pathIn(dialect, 'combiner'), 'OR'),
    policy.fixed(pathIn(dialect, 'alert_strategy'), spell(dialect, { auto_close: '1800s', ...rateLimit })),
    waitsFor(policy, 'monitoring', dialect, artefact),
  ];
  const from = policy.as(pathIn(dialect, 'conditions'), (conditions) => {
    const found = right.free === undefined ? 1 : readFree(conditions, right.free, dialect);
    const condition = { display_name: displayName, ...conditionOf(right, watched, found ?? 1) };
    return equal(conditions, [spell(dialect, condition)]) ? found : undefined;
  });
  const notify = policy.as(pathIn(dialect, 'notification_channels'), (channels) =>
    Array.isArray(channels) && channels.length === 1 ? notifiedBy(channels[0], dialect, artefact) : undefined,
  );
  return isRight.every(Boolean) && from && notify ? { means, from, notify } : undefined;
}

/** The condition of an alert policy whose free number is `from`. */
function conditionOf({ filter, aggregation, free }: RightPolicy, watched: Pointer | undefined, from: number): object {
  const join = new Join([filter[0], watched, filter[1]]);
  if (!aggregation) return { condition_matched_log: { filter: join } };
  const [per_series_aligner, cross_series_reducer] = aggregation;
  return {
    condition_threshold: {
      filter: join,
      aggregations: [{ alignment_period: '300s', per_series_aligner, cross_series_reducer }],
      comparison: 'COMPARISON_GT',
      threshold_value: free === 'threshold' ? from - 1 : 0,
      duration: free === 'periods' ? `${(from - 1) * 300}s` : '0s',
    },
  };
}

/** Reads the number that is free in a condition: above a threshold is from the next whole number on. */
function readFree(conditions: unknown, free: 'threshold' | 'periods', dialect: Dialect): number | undefined {
  const [condition] = Array.isArray(conditions) ? (conditions as unknown[]) : [];
  const threshold = isObject(condition) ? condition[dialect.word('condition_threshold')] : undefined;
  if (!isObject(threshold)) return undefined;
  const value =
    free === 'threshold'
      ? threshold[dialect.word('threshold_value')]
      : Number(/^(\d+)s$/.exec(shown(threshold['duration']))?.[1]) / 300;
  return Number.isSafeInteger(value) ? (value as number) + 1 : undefined;
}

/** The topic that a channel notifies. */
function notifiedBy(pointer: unknown, { types }: Dialect, artefact: Artefact): ElementId | undefined {
  const channel = isPointer(pointer) && pointer.attribute === 'name' ? artefact.at(pointer.at) : undefined;
  return channel?.type === types.channel && channel.owner?.startsWith('topics.')
    ? (channel.owner as ElementId)
    : undefined;
}

/**
 * Reads that a topic gets alarms: a channel names it, and Cloud Monitoring may publish to it. Without a channel,
 * nothing is stated.
 */
export function readChannel(
  id: ElementId,
  topic: Resource,
  dialect: Dialect,
  artefact: Artefact,
): { readonly isToldOfAlarms?: boolean } {
  const { types, part, waits } = dialect;
  const channel = artefact.part(id, types.channel);
  if (!channel) return {};
  const project = artefact.part('foundation', types.project);
  const member = artefact.parts(id, types.onTopic).find(({ local }) => local === part('channel-agent'));
  const isRight = [
    channel.fixed(pathIn(dialect, 'type'), 'pubsub'),
    channel.fixed(pathIn(dialect, 'display_name'), `${expectStackName(artefact.stamp)} ${id}`),
    channel.fixed(pathIn(dialect, 'labels'), { topic: to(topic, 'id') }),
    waitsFor(channel, 'monitoring', dialect, artefact),
    member?.fixed(pathIn(dialect, 'topic'), to(topic, 'id')),
    member?.fixed(pathIn(dialect, 'role'), 'roles/pubsub.publisher'),
    project && member?.fixed(pathIn(dialect, 'member'), agent(to(project, 'number'))),
    // Cloud Monitoring's agent doesn't exist before there is a channel.
    member?.as(waits, (addresses) => equal(addresses, [channel.address]) || undefined),
  ];
  return { isToldOfAlarms: isRight.every(Boolean) };
}

/** Cloud Monitoring's agent in the project with that number. */
const agent = (number: Pointer) =>
  new Join(['serviceAccount:service-', number, '@gcp-sa-monitoring-notification.iam.gserviceaccount.com']);
