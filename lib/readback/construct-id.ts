import { createHash } from 'node:crypto';
import type { Scope } from './artefact';
import { misnamed } from './misnamed';
import type { Resource, Unrecognized } from './resource';
import type { Stamp } from './stamp';

/** The engines whose resources have ids that are made of construct paths. */
type Engine = 'cdk' | 'cdktf';

const rules: Readonly<Record<Engine, { readonly removed: RegExp; readonly separator: string }>> = {
  cdk: { removed: /[^A-Za-z0-9]/g, separator: '' },
  cdktf: { removed: /[^A-Za-z0-9_-]/g, separator: '_' },
};

/**
 * The id that an engine derives from a construct path below its stack: the ids without other characters, and the start of
 * an MD5 hash of the path. Ids that repeat the end of the one before them, and `Resource`, are only in the hash.
 * https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html#identifiers-logical-ids
 */
export function constructId(path: readonly string[], engine: Engine): string {
  const { removed, separator } = rules[engine];
  const ids = path.filter((id) => id !== 'Default');
  const readable = (id: string) => id.replace(removed, '');
  if (ids.length < 2) return readable(ids.join(''));
  const shown = ids.reduce<string[]>((kept, id) => (kept.at(-1)?.endsWith(id) ? kept : [...kept, id]), []);
  const text = shown
    .filter((id) => id !== 'Resource')
    .map(readable)
    .join(separator)
    .slice(0, 240);
  const hash = createHash('md5').update(ids.join('/')).digest('hex').slice(0, 8).toUpperCase();
  return `${text}${separator}${hash}`;
}

/** A resource with the path of its construct, and the id that it has. */
interface Placed {
  readonly id: string;
  readonly path: string;
  /** The id that the engine states beside the path; absent: it states none. */
  readonly stated?: unknown;
  readonly resource: Resource;
}

/**
 * The resources of an architecture whose ids don't follow from their paths, or whose paths aren't those of parts. In a
 * program with only the architecture, those outside of it as well.
 */
export function renamedConstructs(
  all: readonly Placed[],
  engine: Engine,
  scope: Scope,
  existing?: Stamp['existing'],
): Unrecognized[] {
  const owned = all.filter(({ resource }) => resource.owner !== undefined);
  const astray = scope === 'whole' ? all.filter(({ resource }) => resource.owner === undefined) : [];
  const misstated = owned.filter((one) => 'stated' in one && one.stated !== one.id);
  const wrong = [...new Set([...misplaced(owned, engine, scope), ...misstated, ...astray])].map(
    ({ id, resource: { address, owner } }) => ({
      resource: address,
      ...(owner && { owner }),
      path: ['id'],
      value: id,
    }),
  );
  return [
    ...wrong,
    ...misnamed(
      owned.map(({ resource }) => resource),
      existing,
    ),
  ];
}

/**
 * The resources whose ids don't follow from their paths. Paths begin at the app, ids at the stack: in a program with only
 * the architecture one step below, in an app where most ids begin. If no id follows from its path, the app chooses
 * ids in another way, and none is wrong.
 */
function misplaced(all: readonly Placed[], engine: Engine, scope: Scope): Placed[] {
  const wrongBelow = (stack: number): Placed[] =>
    all.filter(({ id, path, resource }) => {
      const made = constructId(path.split('/').slice(stack), engine);
      // CDK adds a hash of a version's function.
      const isRight = resource.type === 'AWS::Lambda::Version' ? id.slice(0, -32) === made : id === made;
      return !isRight;
    });
  if (scope === 'whole') return wrongBelow(1);
  const depth = Math.max(0, ...all.map(({ path }) => path.split('/').length));
  const tried = Array.from({ length: depth }, (_, stack) => wrongBelow(stack));
  const best = tried.reduce((least, wrong) => (wrong.length < least.length ? wrong : least), [...all]);
  return best.length < all.length ? best : [];
}
