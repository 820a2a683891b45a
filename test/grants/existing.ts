import { existingIn } from '../../lib/model/existing';
import { kinds } from '../../lib/model/kind';
import type { ResolvedArchitecture } from '../../lib/model/architecture';
import type { Cloud } from '../../lib/model/target';

const nouns: Readonly<Record<Cloud, Readonly<Record<string, string>>>> = {
  aws: { queues: 'queue', topics: 'topic', buckets: 'bucket', tables: 'table', secrets: 'secret' },
  gcp: { queues: 'topic', topics: 'topic', buckets: 'bucket', tables: 'database', secrets: 'secret' },
};

/** Lines in which what something else owns has the name of its element, as what the architecture owns has. */
export function withExisting(lines: readonly string[], architecture: ResolvedArchitecture, cloud: Cloud): string[] {
  const names = kinds.flatMap((kind) =>
    Object.entries<object>(architecture[kind]).flatMap(([name, element]): [string, string][] => {
      const identifier = existingIn(element)?.[cloud];
      if (identifier === undefined) return [];
      const named = `${kind}.${name} ${nouns[cloud][kind]!}`;
      if (cloud === 'aws') return [[identifier, named]];
      const last = identifier.split('/').at(-1)!;
      // A role on a database is one on its project, and a bucket is named alone.
      if (kind === 'tables')
        return [
          [` on ${identifier.split('/')[1]!} if `, ' on the project if '],
          [identifier, `projects/P/databases/${named}`],
        ];
      return [[kind === 'buckets' ? ` on ${last}` : identifier, kind === 'buckets' ? ` on ${named}` : named]];
    }),
  );
  return lines.map((line) => names.reduce((text, [from, to]) => text.replaceAll(from, () => to), line));
}
