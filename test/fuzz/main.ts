import { parseArgs } from 'node:util';
import { targets as allTargets, type Target } from '../../lib/model/target';
import { run, type Counts } from './run';
import { Workshop } from './workshop';

const help = `npm run fuzz -- [--runs N] [--seed N] [--target T]…

Makes random valid architectures, renders each on its targets, and holds it to all that should be true of every one.
The first of which something isn't is made as small as it goes and printed as YAML.
Exit: 0 all held, 1 one didn't, 2 wrong usage.

  --runs N     how many architectures (1000)
  --seed N     which ones: the same seed gives the same architectures (another one each time)
  --target T   only this target, of ${allTargets.join(', ')}; may be repeated`;

/** How many architectures pass between two lines where nobody watches. */
const perLine = 200;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
      target: { type: 'string', multiple: true, default: [...allTargets] },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const runs = wholeNumber('--runs', values.runs);
  const seed = wholeNumber('--seed', values.seed);
  const wrong = values.target.find((target) => !(allTargets as readonly string[]).includes(target));
  if (wrong !== undefined) throw new Error(`--target: ${wrong} is no target, there are ${allTargets.join(', ')}`);

  // CDK's own validation takes longer than all the rest, and has a test of its own.
  process.env['CDK_VALIDATION'] = 'false';
  const workshop = new Workshop();
  console.log(`${runs} architectures, seed ${seed}`);
  try {
    const targets = values.target as Target[];
    const { failure, ...counts } = await run({ runs, seed, targets, workshop, progress: progressOf(runs) });
    clearLine();
    console.log(inWords(counts));
    if (failure === undefined) return 0;
    console.error(failure);
    return 1;
  } finally {
    workshop.clear();
  }
}

/** One line that is written over on a terminal, and a line now and then elsewhere. */
function progressOf(runs: number): (counts: Counts) => void {
  const of = (counts: Counts): string =>
    counts.architectures < runs ? `${inWords(counts)} of ${runs}` : `${inWords(counts)}, looking for a smaller one`;
  return (counts) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${of(counts)}`);
    else if (counts.architectures > 0 && counts.architectures % perLine === 0) console.log(of(counts));
  };
}

const clearLine = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[2K'));

const inWords = ({ architectures, rendered, refused }: Counts): string =>
  `${architectures} architectures, ${rendered} times rendered, ${refused} times refused`;

function wholeNumber(flag: string, word: string): number {
  if (!/^\d{1,9}$/.test(word)) throw new Error(`${flag}: must be a whole number, got ${word}`);
  return Number(word);
}

void main()
  .catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)} (see npm run fuzz -- --help)`);
    return 2;
  })
  .then((code) => {
    process.exitCode = code;
  });
