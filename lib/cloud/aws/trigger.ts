import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: what invokes an element by the clock, for a message, or for an event, with every decision made. */
export interface AwsTriggerPlan {
  readonly element: ElementId;
}

/** Everything that invokes an element without being waited for. */
export function planTriggers(_architecture: ResolvedArchitecture, _naming: Naming): AwsTriggerPlan[] {
  return [];
}
