import type { GcpTopicFact } from '../../facts/topic';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { tagsOf } from '../tags';
import { readChannel } from './alarm';
import { pathIn, type Dialect } from './dialect';
import { readNeeds } from './needs';

export function readTopic(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpTopicFact> | undefined {
  const id: ElementId = `topics.${name}`;
  const topic = artefact.part(id, dialect.types.topic);
  return (
    topic && {
      ...readChannel(id, topic, dialect, artefact),
      physicalName: topic.string(pathIn(dialect, 'name')),
      needs: readNeeds(topic, dialect, artefact),
      tags: tagsOf([topic], pathIn(dialect, 'labels')),
    }
  );
}
