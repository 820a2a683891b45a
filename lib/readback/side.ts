import { partNames as awsCdk } from './aws-cdk/part-names';
import { partNames as awsPulumi } from './aws-pulumi/part-names';
import { partNames as gcpCdktf } from './gcp-cdktf/part-names';
import { partNames as gcpPulumi } from './gcp-pulumi/part-names';
import type { Part, PartNames, Side } from './part';
import type { Resource } from './resource';

/** The names of parts on all targets. No type of resource is on two of them. */
const tables: readonly PartNames[] = [awsCdk, gcpCdktf, awsPulumi, gcpPulumi];

/** A part as which a resource's name can be read. */
interface Reading {
  readonly side: Side;
  /** The text in the place of each word in angle brackets. */
  readonly words: readonly (readonly [word: string, text: string])[];
}

interface Pattern {
  readonly side: Side;
  readonly name: RegExp;
  readonly words: readonly string[];
}

/** The patterns of all parts, by kind of element and type of resource. */
const patterns = new Map<string, Pattern[]>();
for (const table of tables)
  for (const [kind, parts] of Object.entries(table))
    for (const part of parts) {
      const key = `${kind} ${part[0]}`;
      patterns.set(key, [...(patterns.get(key) ?? []), patternOf(part)]);
    }

function patternOf([, name, side = 'element']: Part): Pattern {
  const words = [...name.matchAll(/<(\w+)>/g)].map(([, word]) => word!);
  const source = name.replace(/<(\w+)>/g, (_, word) => (word === 'number' ? '(0|[1-9]\\d*)' : '([^/]+)'));
  return { side, name: new RegExp(`^${source}$`), words };
}

/** The parts as which a resource's name can be read; none if its element has no such part. */
export function readingsOf({ owner, type, local }: Resource): readonly Reading[] {
  const kind = owner?.split('.')[0];
  // CDK's own constructs hold their resource under this id.
  const name = local.replace(/\/Resource$/, '');
  return (patterns.get(`${String(kind)} ${type}`) ?? []).flatMap(({ side, name: pattern, words }) => {
    const [, ...texts] = pattern.exec(name) ?? [];
    return pattern.test(name) ? [{ side, words: words.map((word, index) => [word, texts[index]!] as const) }] : [];
  });
}

/** The side of a resource. One whose name is no part's is the element's: it is then a second one of its type. */
export const sideOf = (resource: Resource): Side => readingsOf(resource)[0]?.side ?? 'element';
