import type { AwsTopicFact } from '../../facts/topic';
import type { Artefact } from '../artefact';
import { tagsOf } from '../tags';
import { readGivenName } from './given-name';

export function readTopic(name: string, artefact: Artefact): Partial<AwsTopicFact> | undefined {
  const topic = artefact.part(`topics.${name}`, 'aws:sns/topic:Topic');
  if (!topic) return undefined;
  // A topic needs no inputs, and may have none.
  topic.one(['inputs'], [{}, true]);
  readGivenName(topic, { kind: 'topics', element: name, limit: 256 }, artefact);
  return { tags: tagsOf([topic], ['inputs', 'tags']) };
}
