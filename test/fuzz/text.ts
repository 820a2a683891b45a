import fc from 'fast-check';
import { namePattern } from '../../lib/model/name';
import { partWords } from './part-words';

/** Texts that an engine, a format or a language could take for something of its own. */
const fragments = [
  '${',
  '${HOME}',
  '$${escaped}',
  '${AWS::Region}',
  '${parameters.nothing}',
  '${functions.nobody.name}',
  '${var.project}',
  '${Token[TOKEN.1]}',
  '#{Token[TOKEN.2]}',
  '${TfToken[TOKEN.0]}',
  '#{TfToken[TOKEN.1]}',
  '&{TfToken[TOKEN.1]}',
  '$',
  '$$',
  '%{ if true }yes%{ endif }',
  '%%{',
  '100%',
  '-1.8881545897087626e+289',
  '<aws.scheduler.scheduled-time>',
  '$(HOME)',
  '\ue000',
  '\ue0000\ue000\ue001',
  '%EE%80%80',
  '\\ue000',
  '{{ resolve:ssm:/a }}',
  '{{resolve',
  '{{ mustache }}',
  '}}',
  '{"Ref":"AWS::NoValue"}',
  '{"Fn::Sub":"${A}"}',
  '{"$ref":{"urn":"x"}}',
  '["a",1,null]',
  'arn:aws:s3:::bucket/*',
  'projects/p/secrets/s',
  '"',
  "'",
  '`',
  '\\',
  '\\n',
  '\\u0041',
  '\n',
  '\r\n',
  '\t',
  '  both ends  ',
  '# no comment',
  '- item',
  'key: value',
  '&anchor',
  '*alias',
  '!tag',
  '---',
  '<<',
  '|',
  '>',
  'yes',
  'null',
  'true',
  '~',
  '0x10',
  '010',
  '1e3',
  '.5',
  '12:30:45',
  'Grüße, 世界',
  '🌍👩‍👩‍👧',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '\u200b',
  'e\u0301',
  '<script>&amp;</script>',
  '__proto__',
  'toString',
  '[object Object]',
  'undefined',
  '',
] as const;

/** Literal text, odd more often than not. */
export const text = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .oneof(
      { arbitrary: fc.constantFrom(...fragments), weight: 4 },
      {
        arbitrary: fc.array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 4 }).map((all) => all.join('')),
        weight: 2,
      },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }), weight: 1 },
      { arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), weight: 1 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
    )
    .map((one) => cut(one.replace(control, ''), maxLength));

/** What no process can be given. */

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** No more than so many code units, and no half of a pair. */
const cut = (one: string, length: number): string => one.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** Literal text as an architecture writes it. */
export const written = (literal: string): string => literal.replaceAll('${', () => '$${');

/** Names of parts, and names that go on with one behind the name of another element. */
const partName = fc
  .tuple(fc.constantFrom('', '', 'a-', 'b-', 'cache-'), fc.constantFrom(...partWords))
  .map((words) => words.join(''))
  .filter((name) => namePattern.test(name));

/** Names of elements: of every length, of words that mean something elsewhere, and some of which others begin with. */
export const elementName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'a-b', 'a--b', 'a-b-function', 'a1', 'a-1', 'ab'),
  fc.constantFrom(
    ...['resource', 'foundation', 'construct', 'outputs', 'function', 'service', 'table', 'api', 'data', 'locals'],
    ...['default', 'null', 'true', 'live', 'logs', 'urn', 'parent', 'to-string', 'count', 'for-each', 'provider'],
  ),
  partName,
  fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/),
  fc.stringMatching(/^[a-z][a-z0-9-]{28}[a-z0-9]$/),
);
