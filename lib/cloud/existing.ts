import type { ElementId } from '../model/name';

/** The part of a resource that something else owns, with its attributes: an element's plan without anything to create. */
export interface ExistingPlan {
  readonly element: ElementId;
  readonly part: string;
  readonly attributes: Readonly<Record<string, string>>;
}
