import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { verifyFresh, type FreshOptions } from '../lib/verify/verify';
import type { Target } from '../lib/model/target';
import { propSource } from '../lib/settings/flags';
import { sweep } from './sweep';
import { sweepFiles } from './sweep-files';

const usage = `npm run mutate [-- FILE[@TARGET]…]
Makes every single change of the artifacts of each FILE, or of the examples, and of the files beside them,
and lists the changes that verify misses.`;
const files = process.argv.slice(2);
/** The argument with which a process sweeps one file for another process. */
const onlyFlag = '--only';
const unasked: readonly Asked[] = [
  { file: 'examples/web/architecture.yaml' },
  { file: 'examples/polyglot/architecture.yaml' },
  { file: 'examples/provisioned/architecture.yaml' },
  { file: 'examples/provisioned/architecture.node.yaml' },
  // Larger than all others together: one engine of each cloud, unless they are named.
  { file: 'examples/orders/architecture.yaml', targets: ['aws-pulumi', 'gcp-pulumi'] },
  { file: 'examples/shop/architecture.yaml', targets: ['aws-cdk', 'gcp-cdktf'] },
  { file: 'examples/shop/architecture.warming.yaml' },
  { file: 'test/vendor/everything.yaml', targets: ['aws-cdk', 'gcp-cdktf'] },
  { file: 'test/vendor/refused-on-aws.yaml' },
];
const asked = files.length > 0 ? files.map(askedOf) : unasked;

interface Asked {
  readonly file: string;
  /** @default those of the architecture */
  readonly targets?: readonly Target[];
}

/** A file on the targets of its architecture, or with `@` on one of them. */
function askedOf(word: string): Asked {
  const [file = '', target] = word.split('@');
  return { file, ...(target !== undefined && { targets: [target as Target] }) };
}

/** The number of changes, and of those that weren't seen in the element where they were made. */
interface Outcome {
  readonly made: number;
  readonly bad: number;
}

async function mutate({ file, targets = [] }: Asked): Promise<Outcome> {
  let [made, bad] = [0, 0];
  const request = { architecture: file, targets: [...targets], parameters: {}, source: propSource() };
  const inspect: FreshOptions['inspect'] = (readings, folder) => {
    for (const { target, expected } of readings) {
      const { counts, overlooked, misplaced } = sweep({ target, folder: join(folder, target), expected });
      const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
      console.log(
        `${file} on ${target}: ${count} changes, ${overlooked.length} overlooked, ${misplaced.length} misplaced`,
      );
      const files = sweepFiles({ target, folder: join(folder, target), expected });
      console.log(`  and ${files.made} changes of files, ${files.overlooked.length} overlooked`);
      for (const at of [...overlooked, ...files.overlooked]) console.log(`  overlooked: ${at}`);
      for (const at of misplaced) console.log(`  misplaced: ${at}`);
      made += count + files.made;
      bad += overlooked.length + misplaced.length + files.overlooked.length;
    }
  };
  await verifyFresh(request, { withoutCode: true, inspect });
  return { made, bad };
}

/** The processes that sweep files now. They end with this one. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

/** Sweeps one file in a process of its own; undefined if that fails before it reports an outcome. */
const inProcess = (one: Asked): Promise<Outcome | undefined> =>
  new Promise((resolve) => {
    let outcome: Outcome | undefined;
    const child = fork(__filename, [onlyFlag, JSON.stringify(one)]);
    running.add(child);
    child.on('message', (message) => (outcome = message as Outcome));
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code === 0 ? outcome : undefined);
    });
  });

/** Sweeps all files, as many at once as there are processors. */
async function mutateAll(): Promise<void> {
  const [rest, outcomes] = [[...asked], [] as (Outcome | undefined)[]];
  const worker = async (): Promise<void> => {
    for (let one = rest.shift(); one; one = rest.shift()) outcomes.push(await inProcess(one));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const known = outcomes.filter((outcome) => outcome !== undefined);
  const [made, bad] = (['made', 'bad'] as const).map((key) => known.reduce((sum, one) => sum + one[key], 0));
  console.log(`${made} changes, ${bad} overlooked or misplaced`);
  if (known.length < outcomes.length) console.log(`${outcomes.length - known.length} files could not be swept`);
  process.exitCode = bad! > 0 || known.length < outcomes.length ? 1 : 0;
}

const [flag, only] = process.argv.slice(2);
if (flag === '--help') console.log(usage);
else
  void (flag === onlyFlag ? mutate(JSON.parse(only!) as Asked).then((outcome) => process.send!(outcome)) : mutateAll());
