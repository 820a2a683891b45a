import { kinds, type Kind } from '../model/kind';
import type { ElementId } from '../model/name';

/** The owner of a part of an artifact. */
export type Owner = ElementId | 'foundation' | 'outputs';

/** Owner of a resource, by its path. */
export interface Located {
  /** Its owner, and its name among the owner's parts; absent: it is no part of the architecture. */
  readonly place?: { readonly owner: Owner; readonly local: string };
  /** True for a resource of another architecture of the same app. */
  readonly isForeign: boolean;
}

/** Reads to which part of an architecture a path leads, beside the other architectures of a stack. */
export function placeAt(path: string, own: string, all: readonly string[]): Located {
  const isBelow = (root: string) => path.startsWith(`${root}/`);
  const place = isBelow(own) ? ownerOf(path.slice(own.length + 1).split('/')) : undefined;
  return { ...(place && { place }), isForeign: all.some((root) => root !== own && isBelow(root)) };
}

/** Splits a place below the architecture's own into its owner and the rest. */
export function ownerOf(steps: readonly string[]): { owner: Owner; local: string } | undefined {
  const [group, element, ...rest] = steps;
  if (group === 'foundation' || group === 'outputs') return { owner: group, local: steps.slice(1).join('/') };
  if (element === undefined || !kinds.includes(group as Kind)) return undefined;
  return { owner: `${group as Kind}.${element}`, local: rest.join('/') };
}
