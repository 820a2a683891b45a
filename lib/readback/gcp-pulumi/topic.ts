import type { TopicFact } from '../../facts/topic';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { tagsOf } from '../tags';
import { readChannel } from './alarm';
import { servicesIn } from './reference';

export function readTopic(name: string, artefact: Artefact): Partial<TopicFact> | undefined {
  const topic = artefact.part(`topics.${name}`, 'gcp:pubsub/topic:Topic');
  return (
    topic && {
      ...readChannel(`topics.${name}`, topic, artefact),
      physicalName: topic.string(['inputs', 'name']),
      needs: readNeeds(topic, ['options', 'dependsOn'], servicesIn(artefact)),
      tags: tagsOf([topic], ['inputs', 'labels']),
    }
  );
}
