import { check } from '../cloud/check';
import { explainColdStarts, explainedElements } from '../explain/explain';
import { formatExplanations } from '../explain/format';
import { explainNetwork } from '../explain/network';
import type { ResolvedArchitecture } from '../model/architecture';
import { kinds } from '../model/kind';
import { didYouMean } from '../model/nearest';
import { printable } from '../model/printable';
import { formatPath, type Finding, type Path } from '../model/problem';
import { judge } from '../support/judge';
import { parseCommand, sharedHelp, type Command } from './command';
import { open, warn } from './open';
import { coloursFor, print, printJson } from './terminal';
import { UsageError } from './usage';

/** The command with a clock that returns milliseconds since the epoch. */
export const explainBy = (clock: () => number): Command => ({
  summary: 'show the effect, timing and cost of cold-start strategies',
  help: `triptych explain FILE [ELEMENT] [--price P]

Shows for every function and service, on every target:
  - how many workers are warm, and when
  - how the target handles a burst beyond them
  - the effect of a deployment
  - the instance-hours that keep them warm, in a month of 730 hours
For the network of the foundation, it shows what is billed while nothing uses it.
ELEMENT selects one of them: functions.counter, or counter if that name is unique.
A strategy that a target refuses is explained as well; it is not an error here.

  --price P        the price of one instance-hour, such as 0.0149; adds the monthly cost
${sharedHelp}

  triptych explain examples/provisioned/architecture.node.yaml --param provisionedConcurrency=5
  triptych explain architecture.yaml functions.report --price 0.0149 --target aws-cdk
  triptych explain architecture.yaml --json | jq '.[] | {element, target, instanceHours}'`,
  run(args) {
    const { values, positionals, flags } = parseCommand(args, { price: { type: 'string' } });
    const price = priceIn((values as { price?: string }).price);
    const [file, element, ...others] = positionals;
    if (file === undefined) throw new UsageError('FILE is missing');
    if (others.length > 0) throw new UsageError(`accepts FILE and one ELEMENT, got ${positionals.length} words`);
    const resolved = open(file, flags, { checks: otherProblems });
    const { architecture, unset } = resolved;
    const chosen = element === undefined ? undefined : elementIn(architecture, element);
    const all = [
      ...explainColdStarts(architecture, { now: clock(), unset, ...(price !== undefined && { price }) }),
      ...explainNetwork(architecture),
    ];
    const explanations = all.filter((one) => chosen === undefined || one.element === chosen);
    if (flags.json) printJson(explanations);
    else {
      warn(resolved);
      print(
        formatExplanations(explanations, coloursFor(process.stdout)) ||
          `${printable(file)}: no functions and no services`,
      );
    }
    return 0;
  },
});

export const explain: Command = explainBy(Date.now);

/** All problems except refused strategies, which the explanations cover. */
function otherProblems(architecture: ResolvedArchitecture): Finding[] {
  const refused = new Set(
    architecture.targets
      .flatMap((target) => judge(architecture, target))
      .filter(({ is }) => is === 'refused')
      .map(({ path }) => strategiesOf(path.split('.'))),
  );
  return check(architecture).filter(
    ({ path, severity }) => severity === 'warning' || path[2] !== 'coldStart' || !refused.has(strategiesOf(path)),
  );
}

/** `functions.report.coldStart.dynamic.min` → `functions.report.coldStart` */
const strategiesOf = (path: Path): string => formatPath(path.slice(0, 3));

/** Parses the value of `--price`. */
function priceIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)) {
    throw new UsageError(`--price: must be a decimal number, such as 0.0149, got ${text}`);
  }
  return Number(text);
}

/** Finds the function or service that a word names: by kind and name, or by a unique name. */
function elementIn(architecture: ResolvedArchitecture, word: string): string {
  const elements = [
    ...explainedElements(architecture),
    ...(explainNetwork(architecture).length > 0 ? ['foundation'] : []),
  ];
  const meant = elements.filter((element) => element === word || element.split('.')[1] === word);
  if (meant.length === 1) return meant[0]!;
  if (meant.length > 1) throw new UsageError(`${word} is ambiguous: use ${meant.join(' or ')}`);
  const others = kinds.flatMap((kind) => Object.keys(architecture[kind]).map((name) => `${kind}.${name}`));
  if (others.includes(word)) throw new UsageError(`${word} has no cold starts: only functions and services do`);
  const hint = didYouMean(word, [...elements, ...elements.flatMap((element) => element.split('.').slice(1))]);
  throw new UsageError(
    `${word}: no such function or service (${hint ?? (elements.length > 0 ? `must be ${elements.join(', ')}` : 'the architecture has none')})`,
  );
}
