import type { TopicFact } from '../../facts/topic';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { tagsOf } from '../tags';
import { readChannel } from './alarm';
import { servicesIn } from './reference';

export function readTopic(name: string, artefact: Artefact): Partial<TopicFact> | undefined {
  const topic = artefact.part(`topics.${name}`, 'google_pubsub_topic');
  return (
    topic && {
      ...readChannel(`topics.${name}`, topic, artefact),
      physicalName: topic.string(['name']),
      needs: readNeeds(topic, ['depends_on'], servicesIn(artefact)),
      tags: tagsOf([topic], ['labels']),
    }
  );
}
