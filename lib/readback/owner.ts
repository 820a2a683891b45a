import { kinds, type Kind } from '../model/kind';
import type { ElementId } from '../model/name';

/** The owner of a part of an artifact. */
export type Owner = ElementId | 'foundation' | 'outputs';

/** Splits a place below the architecture's own into its owner and the rest. */
export function ownerOf(steps: readonly string[]): { owner: Owner; local: string } | undefined {
  const [group, element, ...rest] = steps;
  if (group === 'foundation' || group === 'outputs') return { owner: group, local: steps.slice(1).join('/') };
  if (element === undefined || !kinds.includes(group as Kind)) return undefined;
  return { owner: `${group as Kind}.${element}`, local: rest.join('/') };
}
