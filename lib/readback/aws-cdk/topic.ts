import type { AwsTopicFact } from '../../facts/topic';
import type { Artefact } from '../artefact';
import { tagsOf } from '../tags';

export function readTopic(name: string, artefact: Artefact): Partial<AwsTopicFact> | undefined {
  const topic = artefact.part(`topics.${name}`, 'AWS::SNS::Topic');
  return topic && { tags: tagsOf([topic], ['Properties', 'Tags']) };
}
