import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { agent, agentRole, alarmNeeds, rightPolicy, type RightPolicy, type Watched } from '../gcp/alarm';
import { readNeeds } from '../gcp/needs';
import { equal, isPointer, type Resource } from '../resource';
import { servicesIn, to } from './reference';

/** Whether a resource lets Cloud Monitoring publish to a topic; others of its type let somebody else. */
const isOfChannel = ({ local }: Resource): boolean => local === 'ChannelAgent';

/** Where an alarm lies among the parts of its element, by what it means. */
const places: Readonly<Record<AlarmFact['means'], string>> = {
  'dead letters': 'AlarmDeadLetters',
  messages: 'AlarmMessages',
  errors: 'AlarmErrors',
};

/** The alarms of an element. */
export const alarmsOf = (id: ElementId, artefact: Artefact): readonly Resource[] =>
  artefact.parts(id, 'google_monitoring_alert_policy');

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export function readAlarms(
  id: ElementId,
  mayBe: readonly Watched[],
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = alarmsOf(id, artefact);
  const read = mayBe.map((watched) => {
    const [alarm] = alarms.filter(({ local }) => local === places[watched.means]);
    if (!alarm) return undefined;
    return readPolicy(alarm, rightPolicy(artefact.stamp.architecture, id, watched), artefact);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === alarms.length ? known : undefined;
}

function readPolicy(policy: Resource, right: RightPolicy, artefact: Artefact): AlarmFact | undefined {
  const { means, displayName, filter, aligner, reducer } = right;
  const isRight = [
    policy.fixed(['display_name'], displayName),
    policy.fixed(['combiner'], 'OR'),
    policy.fixed(
      ['conditions'],
      [
        {
          display_name: displayName,
          condition_threshold: {
            filter,
            aggregations: [{ alignment_period: '300s', per_series_aligner: aligner, cross_series_reducer: reducer }],
            comparison: 'COMPARISON_GT',
            threshold_value: 0,
            duration: '0s',
          },
        },
      ],
    ),
    readNeeds(policy, ['depends_on'], servicesIn(artefact))?.join() === alarmNeeds,
  ];
  const notify = policy.as(['notification_channels'], (channels) =>
    Array.isArray(channels) && channels.length === 1 ? toldBy(channels[0], artefact) : undefined,
  );
  return isRight.every(Boolean) && notify ? { means, notify } : undefined;
}

/** The topic that a channel tells. */
function toldBy(pointer: unknown, artefact: Artefact): ElementId | undefined {
  const channel = isPointer(pointer) && pointer.attribute === 'name' ? artefact.at(pointer.at) : undefined;
  return channel?.type === 'google_monitoring_notification_channel' && channel.owner?.startsWith('topics.')
    ? (channel.owner as ElementId)
    : undefined;
}

/** Whether Cloud Monitoring tells a topic: a channel names it, and Cloud Monitoring may publish; absent: there is none. */
export function readChannel(id: ElementId, topic: Resource, artefact: Artefact): { readonly isToldOfAlarms?: boolean } {
  const channel = artefact.part(id, 'google_monitoring_notification_channel');
  if (!channel) return {};
  const project = artefact.part('foundation', 'data.google_project');
  const [member] = artefact.parts(id, 'google_pubsub_topic_iam_member').filter(isOfChannel);
  const isRight = [
    channel.fixed(['type'], 'pubsub'),
    channel.fixed(['display_name'], `${artefact.stamp.architecture} ${id}`),
    channel.fixed(['labels'], { topic: to(topic, 'id') }),
    readNeeds(channel, ['depends_on'], servicesIn(artefact))?.join() === alarmNeeds,
    member?.fixed(['topic'], to(topic, 'id')),
    member?.fixed(['role'], agentRole),
    project && member?.fixed(['member'], agent(to(project, 'number'))),
    // Cloud Monitoring is nobody before there is a channel.
    member?.as(['depends_on'], (waits) => equal(waits, [channel.address]) || undefined),
  ];
  return { isToldOfAlarms: isRight.every(Boolean) };
}
