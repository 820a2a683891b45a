import fc from 'fast-check';
import { cronProblem, parseCron, type Cron } from '../../lib/model/cron';

/* A second reading of schedules, by tables of everything that may be written. It shares nothing with the parser. */

/** How each value of a field may be written, in capitals; `7` is a Sunday at the end of the week. */
const spellings: readonly (readonly (readonly [string, number])[])[] = [
  numbers(0, 59),
  numbers(0, 23),
  numbers(1, 31),
  [...numbers(1, 12), ...named('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC', 1)],
  [...numbers(0, 7), ...named('SUN MON TUE WED THU FRI SAT', 0)],
];
/** Values of `*`. */
const wholes = [range(0, 59), range(0, 23), range(1, 31), range(1, 12), range(0, 6)];
const separators = [' ', '\t', '\n', '\r', '\v', '\f', '\u00a0', '\u3000', '\ufeff', '\u2028'];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
function numbers(from: number, to: number): [string, number][] {
  const short = range(from, to).map((value): [string, number] => [String(value), value]);
  return [
    ...short,
    ...short.filter(([word]) => word.length === 1).map(([word, value]): [string, number] => [`0${word}`, value]),
  ];
}
function named(words: string, first: number): [string, number][] {
  return words.split(' ').map((word, index) => [word, first + index]);
}

/** The values of an item; undefined where it isn't in the tables. */
function valuesOf(item: string, field: number): readonly number[] | undefined {
  const inCapitals = [...item]
    .map((letter) => (letter >= 'a' && letter <= 'z' ? letter.toUpperCase() : letter))
    .join('');
  const [head, step, ...more] = inCapitals.split('/');
  if (more.length > 0) return undefined;
  const table = new Map(spellings[field]!);
  const ends = head!.split('-');
  const known = ends.map((end) => table.get(end));
  if (head !== '*' && (ends.length > 2 || known.includes(undefined))) return undefined;
  const all = head === '*' ? wholes[field]! : range(known[0]!, known.at(-1)!);
  if (all.length === 0) return undefined;
  if (step === undefined) return all;
  const isRange = head === '*' || ends.length === 2;
  const steps = new Map(numbers(1, Math.max(all.length - 1, 1)));
  const by = steps.get(step);
  return isRange && by !== undefined ? all.filter((value) => (value - all[0]!) % by === 0) : undefined;
}

/** A schedule as the tables read it; undefined where they don't. */
function meaningOf(text: string): readonly (readonly number[])[] | undefined {
  const isSeparator = (letter: string): boolean => separators.includes(letter);
  const words = [...text]
    .map((letter) => (isSeparator(letter) ? ' ' : letter))
    .join('')
    .split(' ')
    .filter(Boolean);
  if (words.length !== 5) return undefined;
  const fields = words.map((word, field) => word.split(',').map((item) => valuesOf(item, field)));
  if (fields.some((items) => items.includes(undefined))) return undefined;
  return fields.map((items, field) => {
    const values = items.flatMap((item) => item!.map((value) => (field === 4 ? value % 7 : value)));
    return [...new Set(values)].sort((a, b) => a - b);
  });
}

const read = (text: string): readonly (readonly number[])[] | undefined => {
  // Which days fall together is a rule of its own, which begins with other words.
  const problem = cronProblem(text);
  if (problem && /^must (?:be five fields|use )/.test(problem.message)) return undefined;
  const { minutes, hours, daysOfMonth, months, daysOfWeek }: Cron = parseCron(text);
  return [minutes, hours, daysOfMonth, months, daysOfWeek];
};

const inAnyCase = (word: string): fc.Arbitrary<string> => fc.constantFrom(word, word.toLowerCase());
const word = (field: number): fc.Arbitrary<string> =>
  fc.constantFrom(...spellings[field]!.map(([text]) => text)).chain(inAnyCase);
const ends = (field: number): fc.Arbitrary<string> => {
  const valueOf = new Map(spellings[field]!);
  const two = fc.tuple(word(field), word(field), fc.nat(19));
  // Most ranges ascend, or hardly any schedule would be right.
  return two.map(([one, other, chance]) => {
    const isDown = valueOf.get(one.toUpperCase())! > valueOf.get(other.toUpperCase())!;
    return (isDown && chance > 0 ? [other, one] : [one, other]).join('-');
  });
};
const item = (field: number): fc.Arbitrary<string> => {
  const whole = fc.oneof(fc.constant('*'), ends(field));
  const steps = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 9 }, fc.nat(70));
  return fc.oneof(
    fc.constant('*'),
    word(field),
    ends(field),
    fc.tuple(whole, steps).map(([head, step]) => `${head}/${step}`),
  );
};
const list = (field: number): fc.Arbitrary<string> =>
  fc.array(item(field), { minLength: 1, maxLength: 3 }).map((items) => items.join(','));
const written = fc
  .tuple(fc.tuple(list(0), list(1), list(2), list(3), list(4)), fc.constantFrom(...separators))
  .map(([fields, separator]) => fields.join(separator));

/** What a slip of the hand, or another tool, puts in the place of a character. */
const slips = [
  ...'0123456789*/,-?LW#.@AFINSUY aſıİ',
  '\u0661',
  '\uff10',
  '\u00a0',
  '\u2013',
  '\u200b',
  '60',
  '24',
  '7',
  '//',
  '--',
  ',,',
  '',
];
const slipped = fc.tuple(written, fc.nat(), fc.nat(2), fc.constantFrom(...slips)).map(([text, at, gone, slip]) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + slip + text.slice(start + gone);
});

test('schedule: means what its tables say, whatever it is made of', () => {
  let valid = 0;
  fc.assert(
    fc.property(written, (text) => {
      const meaning = meaningOf(text);
      if (meaning) valid += 1;
      expect(read(text)).toEqual(meaning);
    }),
    { numRuns: 2_000 },
  );
  expect(valid).toBeGreaterThan(500);
});

test('schedule: with a slip, is read whole or refused', () => {
  fc.assert(
    fc.property(slipped, (text) => {
      expect(read(text)).toEqual(meaningOf(text));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['0 0 * * MON-FRY', 'MON-FRY'],
  ['0-60 0 * * *', '0-60'],
  ['0 9-24 * * *', '9-24'],
  ['0 0 1- * *', '1-'],
  ['0 0 -5 * *', '-5'],
  ['*/0 0 * * *', '*/0'],
  ['1,,2 0 * * *', ''],
  ['5-1 0 * * *', '5-1'],
  ['1-5/ 0 * * *', '1-5/'],
  ['1/2 0 * * *', '1/2'],
  ['\u0661 0 * * *', '\u0661'],
  ['0 0 * * \u017fun', '\u017fun'],
  ['0 0 * * fr\u0131', 'fr\u0131'],
  ['*/60 * * * *', '*/60'],
  ['0 8-10/3 * * *', '8-10/3'],
  ['*/001 0 * * *', '*/001'],
])('schedule: refuses %j, and names the item', (text, wrong) => {
  expect(meaningOf(text)).toBeUndefined();
  expect(cronProblem(text)?.hint).toContain(`"${wrong}" is not allowed`);
});
