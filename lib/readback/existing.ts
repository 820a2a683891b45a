import type { Kind } from '../model/kind';
import { splitElementId, type ElementId } from '../model/name';
import type { Artefact } from './artefact';
import { plainText } from './places';

/** A resource that something else owns, as the artifact's stamp states it. */
export interface ExistingResource {
  readonly element: ElementId;
  readonly identifier: string;
}

/** The resources that something else owns, in a stamp, which has no other values. */
export const existingIn = ({ stamp }: Artefact): readonly ExistingResource[] =>
  Object.entries(stamp.existing ?? {}).map(([element, identifier]) => ({
    element: element as ElementId,
    identifier: String(identifier),
  }));

/**
 * Finds the element that has this identifier, or is named so by `nameOf`. Two of one name have no meaning: one of them is
 * the wrong one.
 */
export function existingAt(
  value: unknown,
  artefact: Artefact,
  nameOf: (one: ExistingResource) => string | undefined = ({ identifier }) => identifier,
): ElementId | undefined {
  const text = plainText(value, artefact.places);
  if (text === undefined || text === '') return undefined;
  const [first, ...others] = existingIn(artefact).filter((one) => nameOf(one) === text);
  return others.length === 0 ? first?.element : undefined;
}

/** The identifier of an element that something else owns; undefined for the architecture's own. */
export const identifierOf = (id: ElementId, artefact: Artefact): string | undefined =>
  existingIn(artefact).find(({ element }) => element === id)?.identifier;

/** The facts about the elements of a kind that something else owns. */
export const readExisting = (kind: Kind, artefact: Artefact): Record<string, { existing: string }> =>
  Object.fromEntries(
    existingIn(artefact)
      .map(({ element, identifier }) => ({ ...splitElementId(element), existing: identifier }))
      .filter((one) => one.kind === kind)
      .map(({ name, existing }) => [name, { existing }]),
  );
