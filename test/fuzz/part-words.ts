import { kinds } from '../../lib/model/kind';
import { namePattern } from '../../lib/model/name';
import { targets } from '../../lib/model/target';
import { partNames as awsCdk } from '../../lib/readback/aws-cdk/part-names';
import { partNames as awsPulumi } from '../../lib/readback/aws-pulumi/part-names';
import { partNames as gcpCdktf } from '../../lib/readback/gcp-cdktf/part-names';
import { partNames as gcpPulumi } from '../../lib/readback/gcp-pulumi/part-names';

/** `Trigger/Queue<queue>/Agent` → `trigger-queue`, `agent` */
const textsIn = (name: string): string[] =>
  name
    .split(/<\w+>/)
    .map((text) =>
      text
        .replace(/(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+/g, '-')
        .toLowerCase()
        .replace(/^-+|-+$/g, ''),
    )
    .filter((text) => text !== '');

/** Each end of a text that begins with a word: `dead-letter-topic`, `letter-topic`, `topic`; and each start. */
const endsOf = (text: string): string[] => {
  const words = text.split('-');
  return words.flatMap((_, at) => [words.slice(at).join('-'), words.slice(0, at + 1).join('-')]);
};

/** Names that an engine or a renderer gives a part of an element on some target, whole and in pieces. */
export const partWords: readonly string[] = [
  ...new Set(
    [
      ...[awsCdk, awsPulumi, gcpCdktf, gcpPulumi].flatMap((table) =>
        Object.values(table).flatMap((parts) => parts.flatMap(([, name]) => textsIn(name).flatMap(endsOf))),
      ),
      ...[...kinds, ...targets, 'foundation', 'outputs', 'ground', 'architecture', 'live', 'default', 'resource'],
    ].filter((word) => namePattern.test(word)),
  ),
].sort();
