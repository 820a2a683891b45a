import { misnamedEnvironment, type ChosenEnvironment } from '../model/environment';
import { ArchitectureError } from '../model/problem';
import { environmentSettings } from './environment';

/** A source's value of the environment. */
export interface GivenEnvironment {
  /** Nothing and empty text count as no value. */
  readonly value: unknown;
  /** Such as `--env prod` or `CDK context (-c env)`. */
  readonly from: string;
  /** True if an environment without an overlay is an error. */
  readonly needsOverlay: boolean;
  /** Advice about a name that isn't one of an environment. @default none */
  readonly hint?: string;
  /** True of a source of the app's own, where `env` may be something else, such as an account and a region. @default false */
  readonly isShared?: boolean;
}

/** The environment of the process: `TRIPTYCH_ENV`. */
export const variableEnvironment = (): GivenEnvironment => ({
  value: environmentSettings().env,
  from: 'TRIPTYCH_ENV',
  needsOverlay: true,
});

/**
 * Chooses the environment: the first source that has one decides.
 * @throws ArchitectureError if its value isn't the name of an environment
 */
export function chooseEnvironment(sources: readonly GivenEnvironment[]): ChosenEnvironment | undefined {
  for (const { value, from, needsOverlay, hint, isShared } of sources) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string' && isShared) continue;
    const message =
      typeof value === 'string' ? misnamedEnvironment(value) : `must be text, got ${JSON.stringify(value)}`;
    if (message !== undefined)
      throw new ArchitectureError([{ severity: 'error', path: from, message, ...(hint !== undefined && { hint }) }]);
    return { name: value as string, from, needsOverlay };
  }
  return undefined;
}

/** An environment whose name is known to be right: that of artifacts, which were rendered with the overlay or without. */
export const knownEnvironment = (name: string | null | undefined, from: string): ChosenEnvironment | undefined =>
  name === undefined || name === null ? undefined : { name, from, needsOverlay: false };
