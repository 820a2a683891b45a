import { kinds, type ElementId, type Kind } from '../model/name';

/** In whose part of an artefact something lies. */
export type Owner = ElementId | 'foundation' | 'outputs';

/** The owner that a place below the architecture's own names, and the rest of that place. */
export function ownerOf(steps: readonly string[]): { owner: Owner; local: string } | undefined {
  const [group, element, ...rest] = steps;
  if (group === 'foundation' || group === 'outputs') return { owner: group, local: steps.slice(1).join('/') };
  if (element === undefined || !kinds.includes(group as Kind)) return undefined;
  return { owner: `${group as Kind}.${element}`, local: rest.join('/') };
}
