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
  const warn = (message: string, hint: string): Finding => ({ severity: 'warning', path, message, hint });
  return [
    ...(star < 0
      ? []
      : [
          warn(
            `matches only names that contain *, got ${JSON.stringify(prefix)}: it is a prefix, not a pattern`,
            star === 0
              ? 'leave prefix out, and check the end of the name in the code'
              : `write ${JSON.stringify(prefix.slice(0, star))}, and check the rest of the name in the code`,
          ),
        ]),
    ...(prefix.startsWith('/')
      ? [
          warn(
            `matches only names that begin with /, got ${JSON.stringify(prefix)}: names of objects usually don't`,
            prefix === '/' ? 'leave prefix out' : `write ${JSON.stringify(prefix.replace(/^\/+/, ''))}`,
          ),
        ]
      : []),
  ];
}
