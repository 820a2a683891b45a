import type { ResolvedArchitecture } from '../../model/architecture';
import { existingOn } from '../../model/existing';
import type { ExistingKind } from '../../model/existing-form';
import { splitElementId, type ElementId } from '../../model/name';
import type { ExistingPlan } from '../existing';

/** The resources that something else owns, with the attributes that their ARNs contain. */
export const planExisting = (architecture: ResolvedArchitecture): ExistingPlan[] =>
  Object.entries(existingOn(architecture, 'aws')).map(([id, arn]) => {
    const element = id as ElementId;
    return { element, ...parts[splitElementId(element).kind as ExistingKind](arn) };
  });

/** The part of each kind's element, out of its ARN. */
const parts: Readonly<Record<ExistingKind, (arn: string) => Omit<ExistingPlan, 'element'>>> = {
  queues: (arn) => ({ part: 'queue', attributes: { arn, name: word(arn, 5), url: queueUrl(arn) } }),
  topics: (arn) => ({ part: 'topic', attributes: { arn, name: word(arn, 5) } }),
  buckets: (arn) => ({ part: 'bucket', attributes: { arn, name: word(arn, 5) } }),
  secrets: (arn) => ({ part: 'secret', attributes: { arn } }),
  tables: (arn) => ({ part: 'table', attributes: { arn, name: arn.split('/')[1]! } }),
};

/** A word of an ARN, from 0: partition, service, region, account and name are words 1 to 5. */
const word = (arn: string, index: number): string => arn.split(':')[index]!;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
function queueUrl(arn: string): string {
  const [, partition, , region, account, name] = arn.split(':');
  return `https://sqs.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}/${account}/${name}`;
}
