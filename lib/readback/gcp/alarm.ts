import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, isPointer, type Pointer, type Resource } from '../resource';
import { mapIn, pathIn, to, waitsFor, type Dialect } from './dialect';

/** What the alert policy of an element has to be, whatever the engine's words for it. */
interface RightPolicy {
  readonly means: AlarmFact['means'];
  readonly displayName: string;
  readonly filter: unknown;
  readonly aligner: string;
  readonly reducer: string;
}

/** What an alert policy may be about; `name` is the pointer at what it watches. */
export interface Watched {
  readonly means: AlarmFact['means'];
  readonly name: Pointer | undefined;
}

const says = { 'dead letters': 'has dead letters', messages: 'has messages', errors: 'fails' } as const;

/** What the alert policy of a queue or of a function has to be. */
function rightPolicy(architecture: string, element: ElementId, { means, name }: Watched): RightPolicy {
  const isQueue = means !== 'errors';
  return {
    means,
    displayName: `${architecture} ${element} ${says[means]}`,
    filter: {
      join: isQueue
        ? [
            'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
            name,
            '" AND metric.type = "pubsub.googleapis.com/subscription/num_undelivered_messages"',
          ]
        : [
            'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
            name,
            '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
          ],
    },
    aligner: isQueue ? 'ALIGN_MAX' : 'ALIGN_DELTA',
    reducer: isQueue ? 'REDUCE_MAX' : 'REDUCE_SUM',
  };
}

/** Where an alarm lies among the parts of its element, by what it means. */
const places = { 'dead letters': 'alarm-dead-letters', messages: 'alarm-messages', errors: 'alarm-errors' } as const;

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export function readAlarmsOf(
  id: ElementId,
  mayBe: readonly Watched[],
  dialect: Dialect,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = artefact.parts(id, dialect.types.alarm);
  const read = mayBe.map((watched) => {
    const [alarm] = alarms.filter(({ local }) => local === dialect.part(places[watched.means]));
    if (!alarm) return undefined;
    return readPolicy(alarm, rightPolicy(artefact.stamp.architecture, id, watched), dialect, artefact);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === alarms.length ? known : undefined;
}

function readPolicy(
  policy: Resource,
  { means, displayName, filter, aligner, reducer }: RightPolicy,
  dialect: Dialect,
  artefact: Artefact,
): AlarmFact | undefined {
  const threshold = mapIn(dialect, {
    filter,
    aggregations: [
      mapIn(dialect, { alignment_period: '300s', per_series_aligner: aligner, cross_series_reducer: reducer }),
    ],
    comparison: 'COMPARISON_GT',
    threshold_value: 0,
    duration: '0s',
  });
  const isRight = [
    policy.fixed(pathIn(dialect, 'display_name'), displayName),
    policy.fixed(pathIn(dialect, 'combiner'), 'OR'),
    policy.fixed(pathIn(dialect, 'conditions'), [
      mapIn(dialect, { display_name: displayName, condition_threshold: threshold }),
    ]),
    waitsFor(policy, 'monitoring', dialect, artefact),
  ];
  const notify = policy.as(pathIn(dialect, 'notification_channels'), (channels) =>
    Array.isArray(channels) && channels.length === 1 ? toldBy(channels[0], dialect, artefact) : undefined,
  );
  return isRight.every(Boolean) && notify ? { means, notify } : undefined;
}

/** The topic that a channel tells. */
function toldBy(pointer: unknown, { types }: Dialect, artefact: Artefact): ElementId | undefined {
  const channel = isPointer(pointer) && pointer.attribute === 'name' ? artefact.at(pointer.at) : undefined;
  return channel?.type === types.channel && channel.owner?.startsWith('topics.')
    ? (channel.owner as ElementId)
    : undefined;
}

/** Whether Cloud Monitoring tells a topic: a channel names it, and Cloud Monitoring may publish; absent: there is none. */
export function readChannelOf(
  id: ElementId,
  topic: Resource,
  dialect: Dialect,
  artefact: Artefact,
): { readonly isToldOfAlarms?: boolean } {
  const { types, part, waits } = dialect;
  const channel = artefact.part(id, types.channel);
  if (!channel) return {};
  const project = artefact.part('foundation', types.project);
  const [member] = artefact.parts(id, types.onTopic).filter(({ local }) => local === part('channel-agent'));
  const isRight = [
    channel.fixed(pathIn(dialect, 'type'), 'pubsub'),
    channel.fixed(pathIn(dialect, 'display_name'), `${artefact.stamp.architecture} ${id}`),
    channel.fixed(pathIn(dialect, 'labels'), { topic: to(topic, 'id') }),
    waitsFor(channel, 'monitoring', dialect, artefact),
    member?.fixed(pathIn(dialect, 'topic'), to(topic, 'id')),
    member?.fixed(pathIn(dialect, 'role'), 'roles/pubsub.publisher'),
    project && member?.fixed(pathIn(dialect, 'member'), agent(to(project, 'number'))),
    // Cloud Monitoring is nobody before there is a channel.
    member?.as(waits, (addresses) => equal(addresses, [channel.address]) || undefined),
  ];
  return { isToldOfAlarms: isRight.every(Boolean) };
}

/** Who Cloud Monitoring is in the project with that number. */
const agent = (number: Pointer) => ({
  join: ['serviceAccount:service-', number, '@gcp-sa-monitoring-notification.iam.gserviceaccount.com'],
});
