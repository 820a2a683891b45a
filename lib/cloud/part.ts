import type { EngineValue } from '../model/engine-value';
import type { ElementId } from '../model/name';

/** The owner of a part: an element, or the foundation. */
export type Owner = ElementId | 'foundation';

/**
 * An attribute of a part of an element, in the cloud's words: the ARN of a function's alias, the email of a service
 * account. A plan points at it; each target has the engine's token for it.
 */
export interface Part {
  readonly of: Owner;
  readonly part: string;
  readonly attribute: string;
}

/** A property of the place that an architecture is deployed to. Only the engine has its value. */
export interface Place {
  readonly place: 'region' | 'account' | 'partition' | 'project';
}

/** A string that may contain values that only an engine has: its own, and those that the app gave for parameters. */
export type PlanText = readonly (string | Part | Place | EngineValue)[];

/** Points at an attribute of a part. */
export const part = (of: Owner, name: string, attribute: string): Part => ({ of, part: name, attribute });
/** Points at something about the place. */
export const place = (name: Place['place']): Place => ({ place: name });
