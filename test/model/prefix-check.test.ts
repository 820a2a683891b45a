import { checkPrefixes } from '../../lib/model/prefix-check';
import { formatPath } from '../../lib/model/problem';
import { plainFunction, resolveObject } from './architectures';

const warnings = (prefix: string): string[] =>
  checkPrefixes(
    resolveObject({
      functions: { f: { ...plainFunction, triggers: [{ bucket: 'b', on: ['created'], prefix }] } },
      buckets: { b: {} },
    }).architecture,
  ).map(({ severity, path, message, hint }) => `${severity}: ${formatPath(path)}: ${message} (${hint})`);

const at = 'warning: functions.f.triggers.0.prefix:';

test.each([
  [
    'incoming/*.png',
    `${at} matches only names that contain *, got "incoming/*.png": it is a prefix, not a pattern (write "incoming/", and check the rest of the name in the code)`,
  ],
  [
    '*.png',
    `${at} matches only names that contain *, got "*.png": it is a prefix, not a pattern (leave prefix out, and check the end of the name in the code)`,
  ],
  [
    '/docs/',
    `${at} matches only names that begin with /, got "/docs/": names of objects usually don't (write "docs/")`,
  ],
  [
    '/*',
    `${at} matches only names that begin with /, got "/*": names of objects usually don't, and it is a prefix, not a pattern (leave prefix out)`,
  ],
  [
    '/in/*.png',
    `${at} matches only names that begin with /, got "/in/*.png": names of objects usually don't, and it is a prefix, not a pattern (write "in/", and check the rest of the name in the code)`,
  ],
  ['in/*', `${at} matches only names that contain *, got "in/*": it is a prefix, not a pattern (write "in/")`],
  ['//a', `${at} matches only names that begin with /, got "//a": names of objects usually don't (write "a")`],
  ['/', `${at} matches only names that begin with /, got "/": names of objects usually don't (leave prefix out)`],
])('prefix: warns of %s, and says what to write', (prefix, warning) => expect(warnings(prefix)).toEqual([warning]));

test('prefix: allows a folder', () => expect(warnings('docs/a b')).toEqual([]));
