import type { GcpTopicFact } from '../../facts/topic';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readChannel } from './alarm';
import { pathIn, type Dialect } from './dialect';
import { labelsOf } from './label';
import { isStoredHere } from './location';
import { readNeeds } from './needs';

export function readTopic(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpTopicFact> | undefined {
  const id: ElementId = `topics.${name}`;
  const topic = artefact.part(id, dialect.types.topic);
  if (!topic) return undefined;
  isStoredHere(topic, dialect);
  return {
    ...readChannel(id, topic, dialect, artefact),
    physicalName: topic.string(pathIn(dialect, 'name')),
    needs: readNeeds(topic, dialect, artefact),
    tags: labelsOf([topic], artefact.parts(id, dialect.types.channel), dialect),
  };
}
