import type { ResolvedArchitecture } from '../../model/architecture';
import { ownIn } from '../../model/existing';
import { elementId } from '../../model/name';
import type { Finding, Path } from '../../model/problem';
import { namingOf, physicalName } from '../name';
import type { Owner } from '../part';
import { limits } from './name';

/** Finds names that Google Cloud reserves. */
export const nameProblems = (architecture: ResolvedArchitecture, env?: string): Finding[] => {
  const beginning = beginningProblems(architecture);
  return beginning.length > 0 ? beginning : bucketProblems(architecture, env);
};

/**
 * Topics, subscriptions and buckets can't begin with `goog`:
 * https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names, https://cloud.google.com/storage/docs/buckets#naming
 */
function beginningProblems({ name, functions, services, queues, topics, buckets }: ResolvedArchitecture) {
  const triggered = Object.values(services).some(({ triggers }) => triggers.length > 0);
  const named = [functions, queues, topics, buckets].flatMap((elements) => Object.keys(ownIn<object>(elements)));
  if (!name.startsWith('goog') || (named.length === 0 && !triggered)) return [];
  return [
    {
      path: ['name'],
      message: `must not begin with goog on gcp, got ${JSON.stringify(name)}`,
      hint: 'choose another name; names of topics and buckets begin with it, and Google reserves goog',
    },
  ];
}

const environmentProblem = (found: string, env: string): Finding => ({
  path: ['name'],
  message: `must not contain ${found} on gcp, and the environment is ${JSON.stringify(env)}`,
  hint: 'choose another environment; names of buckets contain it, and Cloud Storage refuses google',
});

/** `google` and its close misspellings: https://cloud.google.com/storage/docs/buckets#naming */
const google = /g[o0]{2}g[l1]e/;

/** Names of buckets, in which Cloud Storage refuses `google`. The project's part of the name can't contain it. */
function bucketProblems(architecture: ResolvedArchitecture, env?: string): Finding[] {
  const { name, functions, buckets } = architecture;
  const owners: (readonly [Owner, Path])[] = [
    // Functions are built from a bucket of the foundation.
    ...(Object.keys(functions).length > 0 ? [['foundation', ['name']] as const] : []),
    ...Object.keys(ownIn(buckets)).map((bucket) => [elementId('buckets', bucket), ['buckets', bucket]] as const),
  ];
  return owners.flatMap(([owner, path]): Finding[] => {
    const [found] = google.exec(physicalName(namingOf(name, env), owner, limits.beforeProject)) ?? [];
    if (found === undefined) return [];
    const isOwn = path.length > 1 && !google.test(name);
    if (env !== undefined && google.test(env) && !google.test(name)) return [environmentProblem(found, env)];
    return [
      {
        path: isOwn ? path : ['name'],
        ...(isOwn && { at: 'key' }),
        message: `must not contain ${found} on gcp, got ${JSON.stringify(isOwn ? path[1] : name)}`,
        hint: 'choose another name; names of buckets contain it, and Cloud Storage refuses google',
      },
    ];
  });
}
