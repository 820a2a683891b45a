import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, isPointer, to, type Pointer, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { waitsFor } from './needs';

/** The alert policy that an element has to have. */
interface RightPolicy {
  readonly means: AlarmFact['means'];
  readonly displayName: string;
  readonly filter: unknown;
  readonly aligner: string;
  readonly reducer: string;
}

/** A meaning that an alert policy may have, and the pointer at what it watches. */
export interface Watched {
  readonly means: AlarmFact['means'];
  readonly name: Pointer | undefined;
}

const verbs = { 'dead letters': 'has dead letters', messages: 'has messages', errors: 'fails' } as const;

function rightPolicy(architecture: string, element: ElementId, { means, name }: Watched): RightPolicy {
  const isQueue = means !== 'errors';
  return {
    means,
    displayName: `${architecture} ${element} ${verbs[means]}`,
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

/** The names of alarms among the parts of their element. */
const names = { 'dead letters': 'alarm-dead-letters', messages: 'alarm-messages', errors: 'alarm-errors' } as const;

/** Reads the alarms of an element; undefined if one of them isn't understood. */
export function readAlarms(
  id: ElementId,
  mayBe: readonly Watched[],
  dialect: Dialect,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = artefact.parts(id, dialect.types.alarm);
  const read = mayBe.map((watched) => {
    const alarm = alarms.find(({ local }) => local === dialect.part(names[watched.means]));
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
  const threshold = spell(dialect, {
    filter,
    aggregations: [
      spell(dialect, { alignment_period: '300s', per_series_aligner: aligner, cross_series_reducer: reducer }),
    ],
    comparison: 'COMPARISON_GT',
    threshold_value: 0,
    duration: '0s',
  });
  const isRight = [
    policy.fixed(pathIn(dialect, 'display_name'), displayName),
    policy.fixed(pathIn(dialect, 'combiner'), 'OR'),
    policy.fixed(pathIn(dialect, 'conditions'), [
      spell(dialect, { display_name: displayName, condition_threshold: threshold }),
    ]),
    waitsFor(policy, 'monitoring', dialect, artefact),
  ];
  const notify = policy.as(pathIn(dialect, 'notification_channels'), (channels) =>
    Array.isArray(channels) && channels.length === 1 ? notifiedBy(channels[0], dialect, artefact) : undefined,
  );
  return isRight.every(Boolean) && notify ? { means, notify } : undefined;
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
    channel.fixed(pathIn(dialect, 'display_name'), `${artefact.stamp.architecture} ${id}`),
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
const agent = (number: Pointer) => ({
  join: ['serviceAccount:service-', number, '@gcp-sa-monitoring-notification.iam.gserviceaccount.com'],
});
