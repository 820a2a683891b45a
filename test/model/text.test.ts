import fc from 'fast-check';
import { nearest } from '../../lib/model/nearest';
import { formatText } from '../../lib/model/text';
import { tokenize } from '../../lib/model/tokens';

test('text: without references, it is unchanged after formatting and parsing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', 'a', '.') }), (text) => {
      const written = formatText([text]);
      const literal = tokenize(written, new Set())
        .map((token) => (token.kind === 'text' ? token.text : '?'))
        .join('');
      expect(literal).toBe(text);
    }),
  );
});

test('reference: unchanged after formatting and parsing', () => {
  const reference = { kind: 'functions', element: 'a-1', attribute: 'arn' } as const;
  expect(tokenize(`x ${formatText([reference])} $\${y}`, new Set())).toEqual([
    { kind: 'text', text: 'x ' },
    { kind: 'reference', reference },
    { kind: 'text', text: ' ${y}' },
  ]);
});

test.each([
  ['funtions', 'functions'],
  ['memoryMib', 'memoryMiB'],
  ['raed', 'read'],
  ['timeout', undefined],
  ['b', undefined],
  ['', undefined],
])('nearest: %s is taken for %s', (word, meant) => {
  expect(nearest(word, ['functions', 'memoryMiB', 'read', 'timeoutSeconds', 'a'])).toBe(meant);
});
