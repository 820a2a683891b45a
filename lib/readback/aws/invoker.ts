import { invocations, type Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Resource } from '../resource';

/** A caller that a permission is for. Public calls through a URL require two permissions; one of them allows none. */
export type Caller = ElementId | 'anyone' | 'anyone through the URL';

/** A permission to invoke a function. */
interface Permitted {
  readonly by: Caller;
  readonly through: Invocation['through'];
  readonly source: unknown;
}

/**
 * Reads all callers of a function from its permissions. `read` returns undefined for a permission that isn't understood.
 * @returns undefined if two permissions are the same, or if one of the two for public calls is missing
 */
export function readWays(
  permissions: readonly Resource[],
  read: (permission: Resource) => Permitted | undefined,
): Invocation[] | undefined {
  const permitted = permissions.map(read).filter((one) => one !== undefined);
  const anyone = permitted.filter(({ by }) => by === 'anyone' || by === 'anyone through the URL');
  const different = new Set(permitted.map(({ by, source, through }) => `${by} ${JSON.stringify(source)} ${through}`));
  if (anyone.length === 1 || different.size < permitted.length) return undefined;
  const ways = new Set(permitted.map(({ through }) => through));
  return [...ways].sort().flatMap((way) =>
    invocations(
      permitted
        .filter(({ through }) => through === way)
        .map(({ by }) => (by === 'anyone through the URL' ? 'anyone' : by)),
      way,
    ),
  );
}
