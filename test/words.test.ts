import { notYet, silentYet } from './words/not-yet';
import { filesWithTexts, offencesIn, offencesOf } from './words/offences';
import { entries, silentMembersIn, silentMembersOf } from './words/optional';
import { rules, type Kind } from './words/rules';
import { textsOfPage, textsOfSource } from './words/texts';

const files = filesWithTexts();
const isNotYet = (file: string): boolean => notYet.some((place) => file === place || file.startsWith(`${place}/`));

describe('plain English', () => {
  test('pages, messages and docstrings avoid the idioms that the rules name', () => {
    expect(files.filter((file) => !isNotYet(file)).flatMap(offencesIn)).toEqual([]);
  });

  test('every place that is exempt still has an offence', () => {
    const stale = notYet.filter((place) =>
      files
        .filter((file) => file === place || file.startsWith(`${place}/`))
        .every((file) => offencesIn(file).length === 0),
    );
    expect(stale).toEqual([]);
  });

  test('pages and code are found', () => {
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'docs/events.md', 'examples/orders/README.md', 'lib/cli/verify.ts']),
    );
  });
});

describe('optional members of public types', () => {
  const silent = [...new Set(entries().flatMap(silentMembersOf))];
  const nameOf = (member: string): string => member.split(' ')[0]!;

  test('say @default, or what leaving them out means', () => {
    expect(silent.filter((member) => !silentYet.includes(nameOf(member)))).toEqual([]);
  });

  test('that are exempt still say neither', () => {
    const names = silent.map(nameOf);
    expect(silentYet.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('are refused without a docstring, or with one that is silent', () => {
    const text = `interface A {
  /** The size. */
  a?: number;
  b?: number;
  /** The size. @default 5 */
  c?: number;
  /** The size. */
  d: number;
}`;
    expect(silentMembersIn(text)).toEqual(['A.a (text.ts:3)', 'A.b (text.ts:4)']);
  });

  test('are found in every entry of the package', () => {
    expect(entries()).toEqual(expect.arrayContaining(['lib/index.ts', 'lib/render/pulumi.ts', 'lib/secret.ts']));
    expect(entries().filter((entry) => !files.includes(entry))).toEqual([]);
  });
});

describe('the rules', () => {
  const kindsOf = (kinds?: readonly Kind[]): readonly Kind[] => kinds ?? ['page', 'string', 'docstring'];

  test.each(rules.flatMap(({ wrong, instead, kinds }) => kindsOf(kinds).map((kind) => ({ wrong, instead, kind }))))(
    'refuse in a $kind: $wrong',
    ({ wrong, instead, kind }) => {
      const said = offencesOf({ kind, line: 1, text: wrong }).map((offence) => offence.said);
      expect(said).toEqual([expect.stringContaining(instead)]);
    },
  );

  test.each(rules.map(({ right }) => right))('accept: %s', (right) => {
    for (const kind of kindsOf()) expect(offencesOf({ kind, line: 1, text: right })).toEqual([]);
  });
});

describe('texts', () => {
  const source = `import x from 'what is it by itself';
/**
 * Reads a value,
 * by itself.
 */
export const text = (name: 'a b' | 'c d') => \`on \${name + 'aws alone'} it is\`;
`;

  test('source: docstrings and strings count, imports and types do not', () => {
    expect(textsOfSource('a.ts', source)).toEqual([
      { kind: 'docstring', line: 2, text: '\nReads a value,\nby itself.' },
      { kind: 'string', line: 6, text: 'on x it is' },
      { kind: 'string', line: 6, text: 'aws alone' },
    ]);
  });

  test('source: an offence has its own line', () => {
    expect(
      textsOfSource('a.ts', source)
        .flatMap(offencesOf)
        .map(({ line }) => line),
    ).toEqual([4, 6]);
  });

  test('page: code, headings and addresses do not count', () => {
    const page = ['# What is it', '', '```', 'alone', '```', 'See [this](alone.md) and `alone`.', '| What |'];
    expect(textsOfPage(page.join('\n'))).toEqual([
      { kind: 'page', line: 6, text: 'See this and x.' },
      { kind: 'page', line: 7, text: '| What |' },
    ]);
  });
});
