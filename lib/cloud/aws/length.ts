import { isEngineValue } from '../../model/engine-value';
import type { Kind } from '../../model/kind';
import { splitElementId, type ElementId } from '../../model/name';
import { stackName, type Naming } from '../name';
import type { Place, PlanText } from '../part';

/** One end of the range in which the length of something is that only AWS names. */
export type Bound = 'least' | 'most';

/** A text of a length that a plan's text can have at least, or at most, in a region of the usual partition. */
export const stood = (text: PlanText, naming: Naming, bound: Bound): string =>
  text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      // Its length isn't known, and counts as nothing.
      if (isEngineValue(piece)) return '';
      if ('place' in piece) return 'x'.repeat(bound === 'least' ? leastPlace[piece.place] : 16);
      if (piece.of === 'foundation') return 'x'.repeat(bound === 'least' ? 8 : 16);
      return 'x'.repeat((bound === 'least' ? leastArn : mostArn)(piece.of, naming));
    })
    .join('');

const leastPlace: Readonly<Record<Place['place'], number>> = { partition: 3, region: 9, account: 12, project: 0 };

/** The shortest ARN up to a resource's name, such as `arn:aws:sqs:us-east-1:123456789012:`. Names of buckets are global. */
const leastPrefix = (kind: Kind): number => (kind === 'buckets' ? 13 : 35);

/** The ARN of an API has an identifier in place of a name: `arn:aws:execute-api:us-east-1:123456789012:abcdefghij`. */
const apiArn = 53;

/** The length to which the longest names are cut, with room for what is appended. */
const cut = 60;

/**
 * The length of a short ARN. Pulumi names a resource after architecture, element and role, and appends 8 characters;
 * CloudFormation names it after a stack, which may have a name of one letter, and appends 21 or more.
 */
function leastArn(of: ElementId, { architecture }: Naming): number {
  const { kind, name } = splitElementId(of);
  if (kind === 'apis') return apiArn;
  const own = name.replaceAll('-', '').length + Math.min(architecture.length + 15, 30);
  return leastPrefix(kind) + Math.min(own, cut);
}

/** A long ARN up to the resource's name: `arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:`. */
const mostPrefix = 58;

/**
 * The length of a long ARN. CloudFormation names a resource after the stack and the construct, whose id ends in a hash
 * of 8 digits, and appends 13 characters.
 */
function mostArn(of: ElementId, naming: Naming): number {
  const { kind, name } = splitElementId(of);
  const logicalId = 'Architecture'.length + kind.length + name.length + 'Function'.length + 8;
  return mostPrefix + stackName(naming).length + 1 + logicalId + 13;
}
