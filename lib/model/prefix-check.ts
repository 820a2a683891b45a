import type { ResolvedArchitecture } from './architecture';
import type { Finding, Path } from './problem';
import type { WithTriggers } from './trigger';

/** Warns of prefixes that are written as patterns or as paths: clouds compare them letter by letter. */
export const checkPrefixes = ({ functions, services }: ResolvedArchitecture): Finding[] =>
  Object.entries({ functions, services }).flatMap(([kind, elements]) =>
    Object.entries<WithTriggers>(elements).flatMap(([name, { triggers }]) =>
      triggers.flatMap((trigger, index) =>
        'bucket' in trigger && trigger.prefix !== undefined
          ? prefixProblems([kind, name, 'triggers', index, 'prefix'], trigger.prefix)
          : [],
      ),
    ),
  );

function prefixProblems(path: Path, prefix: string): Finding[] {
  const star = prefix.indexOf('*');
  const folder = prefix.replace(/\*.*$/s, '').replace(/^\/+/, '');
  const starts = prefix.startsWith('/');
  if (star < 0 && !starts) return [];
  const got = `got ${JSON.stringify(prefix)}`;
  return [
    {
      severity: 'warning',
      path,
      message: [
        ...(starts ? [`matches only names that begin with /, ${got}: names of objects usually don't`] : []),
        ...(star < 0
          ? []
          : [
              starts
                ? 'and it is a prefix, not a pattern'
                : `matches only names that contain *, ${got}: it is a prefix, not a pattern`,
            ]),
      ].join(', '),
      hint:
        (folder === '' ? 'leave prefix out' : `write ${JSON.stringify(folder)}`) +
        (/\*[^*]/.test(prefix) ? `, and check the ${folder === '' ? 'end' : 'rest'} of the name in the code` : ''),
    },
  ];
}
