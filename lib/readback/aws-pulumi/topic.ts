import type { TopicFact } from '../../facts/topic';
import type { Artefact } from '../artefact';

export function readTopic(_name: string, _artefact: Artefact): Partial<TopicFact> | undefined {
  return undefined;
}
