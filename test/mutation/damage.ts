import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { artefactsIn } from '../../lib/verify/from';
import { formatDifferences } from '../../lib/equivalence/format';
import { report, reportData } from '../../lib/equivalence/report';
import type { Target } from '../../lib/model/target';
import { ArtefactError } from '../../lib/readback/error';
import { readFacts } from '../../lib/readback/read';
import { Document, documentOf } from '../../scripts/document';
import { filesIn } from '../../scripts/file-changes';
import { allExamples, type Example } from '../examples';
import { render, type Rendering } from '../rendering';

/** Texts of JSON that no engine writes in the place of any value: other types, numbers that nothing counts, look-alikes. */
const odd = [
  ...['null', 'true', '-1.5', '1e999', '"x"', '""', '[]', '{}', '[null]', '[[[]]]', '{"x":null}'],
  // A text can't be made of it; it has the keys of everything that readers make of references.
  '{"toString":null,"valueOf":null,"at":"x","attribute":"y","join":[],"expression":"z"}',
  '{"__proto__":null,"constructor":{"name":"x"},"length":-1}',
];

/** A place in a document where one value can be put instead of another. */
interface Node {
  /** Keys with `/` before each. */
  readonly at: string;
  readonly put: (value: unknown) => void;
  readonly value: unknown;
}

/** Every value in a document, except in CDK's list of its own flags, which is longer than all the rest. */
function* nodesOf(holder: Record<string, unknown>, at = ''): Generator<Node> {
  for (const [key, value] of Object.entries(holder)) {
    const place = `${at}/${key}`;
    if (place.endsWith('feature-flag-report/properties/flags')) continue;
    yield { at: place, value, put: (other) => void (holder[key] = other) };
    if (typeof value === 'object' && value !== null) yield* nodesOf(value as Record<string, unknown>, place);
  }
}

/** Stands for an odd value until the document is written: some have no value in JavaScript. */
const mark = 'triptych-odd-value';

/** A damage of one value in one file. */
interface Damage {
  readonly what: string;
  readonly make: () => void;
}

/** All documents of a rendering, `triptych.json` included, each with everything that can be damaged in it. */
class Damaged {
  private readonly undo: () => void;
  readonly damages: readonly Damage[];

  constructor({ target, folder, resolved }: Rendering) {
    const output = dirname(folder);
    const name = resolved.architecture.name;
    const document = new Document(target, folder, name);
    const files = [
      join(output, 'triptych.json'),
      ...filesIn(folder)
        .filter((path) => path.endsWith('.json') || path === 'cdk.out')
        .map((path) => join(folder, path)),
    ].map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    this.undo = () => files.forEach(({ file, text }) => writeFileSync(file, text));
    this.damages = files.flatMap(({ file, text }) => {
      const root = { '': JSON.parse(text) as unknown };
      const isDocument = relative(folder, file) === documentOf(target, name);
      const write = (content: string) => (isDocument ? document.write(content) : writeFileSync(file, content));
      return [...nodesOf(root)].flatMap(({ at, put, value }, index) =>
        // Each value comes to every node nearby: all of them at each node would take half an hour.
        odd
          .filter((_, number) => (index + number) % 3 === 0)
          .map((other): Damage => ({
            what: `${relative(output, file)}${at} ${other}`,
            make: () => {
              put(mark);
              const content = JSON.stringify(root['']).replace(`"${mark}"`, () => other);
              put(value);
              write(content);
            },
          })),
      );
    });
  }

  restore(): void {
    this.undo();
  }
}

/** Reads a folder as `verify --from` does; the error if it is none that names a file and what is wrong in it. */
async function faultIn({ target, folder, expected, resolved }: Rendering): Promise<string | undefined> {
  try {
    await artefactsIn(dirname(folder), { targets: [], parameters: {} });
    const actual = readFacts(folder, target);
    const reported = report([{ target, architecture: resolved.architecture, expected, actual, isApp: false }]);
    formatDifferences(reported, { good: plain, fair: plain, bad: plain, dim: plain }, true);
    JSON.stringify(reportData(reported));
    return undefined;
  } catch (error) {
    if (!(error instanceof ArtefactError)) return (error as Error).stack ?? String(error);
    const isPlaced = error.file.startsWith(dirname(folder)) && !/\bundefined\b|\[object/.test(error.reason);
    return isPlaced ? undefined : error.message;
  }
}

const plain = (text: string): string => text;

/** Numbers from 0 to 1 that are the same each time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* fractions(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Damages values in each example: `count` of them that are always the same, or every one. All that comes of it is a
 * difference, or an error with a place.
 */
export function survivesDamage(target: Target, names: readonly Example[], count = Infinity): void {
  test.each(names)('%s: a damaged value is a difference, or an error that names its file', async (name) => {
    const rendering = await render(allExamples[name], target);
    const damaged = new Damaged(rendering);
    const random = fractions(20_261_130);
    const { damages } = damaged;
    const chosen =
      count < damages.length
        ? Array.from({ length: count }, () => damages[Math.floor(random.next().value * damages.length)]!)
        : damages;
    const faults: string[] = [];
    for (const { what, make } of chosen) {
      make();
      const fault = await faultIn(rendering);
      damaged.restore();
      if (fault !== undefined) faults.push(`${what}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
}
