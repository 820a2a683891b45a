import type { Facts } from '../facts/facts';
import { partInNames, type ChosenEnvironment } from '../model/environment';
import type { Target } from '../model/target';
import { findArchitectures, readFacts, readFound } from '../readback/read';
import { choose } from './choose';
import { artefactsIn, type Asked, type Place } from './from';
import { OptionError } from './option-error';

/** The facts of one architecture, or of several by their paths in the app. */
export type FactsOfTarget = Facts | Readonly<Record<string, Facts>>;

/** A request to read artifacts. */
export interface FactsRequest extends Omit<Asked, 'parameters'> {
  /** The place of the architectures in an app. @default anywhere */
  readonly path?: string;
}

/**
 * Reads the artifacts in a folder into facts, by target. Of an app, every architecture is read, and only what points
 * into it of the app's own resources.
 *
 * @throws OptionError if what was asked for contradicts the folder
 * @throws ArtefactError if the artifacts can't be read
 */
export async function factsFrom(
  from: string,
  request: FactsRequest,
): Promise<Readonly<Partial<Record<Target, FactsOfTarget>>>> {
  const { path, env } = request;
  const { places, isApp, dispose } = await artefactsIn(from, { ...request, parameters: {} });
  try {
    if (!isApp && path !== undefined) throw new OptionError('path', `${path}: ${from} is no output of an app`);
    const read = isApp
      ? (place: Place) => factsOfApp(from, place, path, env)
      : ({ folder, target }: Place) => readFacts(folder, target);
    return Object.fromEntries(places.map((place) => [place.target, read(place)]));
  } finally {
    dispose();
  }
}

function factsOfApp(
  from: string,
  { folder, target }: Place,
  path: string | undefined,
  env: ChosenEnvironment | undefined,
): FactsOfTarget {
  const wanted = { from, ...(path !== undefined && { path }), ...(env && { env: partInNames(env) ?? null }) };
  const chosen = choose(findArchitectures(folder, target, 'app'), wanted);
  const [only, ...others] = chosen.map((one) => [one.path, readFound(one, target, 'app')] as const);
  return others.length === 0 ? only![1] : Object.fromEntries([only!, ...others]);
}
