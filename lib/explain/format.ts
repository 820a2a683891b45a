import { clouds, cloudOf, type Cloud, type Target } from '../model/target';
import type { Is } from '../support/rule';
import type { Explanation } from './explain';

/** Adds colours to text on a terminal, and returns it unchanged elsewhere. */
type Paint = Readonly<Record<'good' | 'fair' | 'bad' | 'dim', (text: string) => string>>;

const width = 100;
const marks: Readonly<Record<Is, { readonly text: string; readonly hue: 'good' | 'fair' | 'bad' }>> = {
  exact: { text: '= exact', hue: 'good' },
  approximated: { text: '~ approximated', hue: 'fair' },
  refused: { text: 'x refused', hue: 'bad' },
};
const names: Readonly<Record<Cloud, string>> = { aws: 'AWS', gcp: 'Google Cloud' };

/** Explanations as text, by element. Sentences that a cloud's targets have in common appear once. */
export function formatExplanations(explanations: readonly Explanation[], paint: Paint): string {
  const elements = [...new Set(explanations.map(({ element }) => element))];
  return elements
    .map((element) => {
      const mine = explanations.filter((one) => one.element === element);
      const head = `${element}  ${paint.dim(formatStrategy(mine[0]!.strategy))}`;
      return [head, ...groupsOf(mine).map((group) => formatGroup(group, paint))].join('\n\n');
    })
    .join('\n\n\n');
}

const formatStrategy = (strategy: string): string =>
  strategy === 'none' ? 'no cold-start strategy' : strategy.replaceAll('+', ' + ');

/** Groups explanations by cloud, then by exact, approximated and refused. */
const groupsOf = (explanations: readonly Explanation[]): Explanation[][] =>
  clouds
    .flatMap((cloud) =>
      (Object.keys(marks) as Is[]).map((is) =>
        explanations.filter((one) => cloudOf(one.target) === cloud && one.is === is),
      ),
    )
    .filter((group) => group.length > 0);

function formatGroup(group: readonly Explanation[], paint: Paint): string {
  const [first] = group;
  const { text, hue } = marks[first!.is];
  const where = `on ${names[cloudOf(first!.target)]} (${group.map(({ target }) => target).join(', ')})`;
  const isCommon = (sentence: string) => group.every(({ sentences }) => sentences.includes(sentence));
  const sentences = [
    ...first!.sentences.filter(isCommon),
    ...group.flatMap(({ target, sentences: all }) =>
      all.filter((sentence) => !isCommon(sentence)).map((sentence) => sayOf(target, sentence)),
    ),
  ];
  return [`  ${where}  ${paint[hue](text)}`, ...sentences.map(wrap)].join('\n');
}

/** A sentence about one of a cloud's targets: `On aws-pulumi, scheduled is also rendered as …` */
function sayOf(target: Target, sentence: string): string {
  const said = sentence.replace(/^Approximated: (\S+) is /, `On ${target}, $1 is also `);
  return said === sentence ? `Only on ${target}: ${sentence}` : said;
}

/** Wraps a sentence as a list item. */
function wrap(sentence: string): string {
  const lines: string[] = [];
  let line = '    -';
  for (const word of sentence.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = `      ${word}`;
    } else line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
