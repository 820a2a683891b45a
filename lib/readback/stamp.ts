import { defaultEnvironment, environmentPattern } from '../model/environment';
import { ArtefactError } from './error';
import { ownerOf } from './owner';
import { equal, isObject, type Unrecognized } from './resource';

/** The stamp with which an artifact names the architecture that it was rendered from. */
export interface Stamp {
  readonly version: number;
  readonly architecture: string;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  /** The architecture's place in the artifact: a construct path, a URN. */
  readonly path: string;
  /** The functions with empty archives. */
  readonly withoutCode: readonly string[];
  /** The names of the outputs that the architecture made. */
  readonly outputs: readonly string[];
  /** The app's own project and region; absent where the engine's artifact has them elsewhere. */
  readonly where?: Readonly<Record<string, string>>;
  /** By parameter, the values that only the engine has. In CDK, each is JSON in a text. @default none */
  readonly engineValues?: Readonly<Record<string, unknown>>;
  /** By element, the identifiers of resources that something else owns. @default none */
  readonly existing?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a stamp.
 * @throws ArtefactError if it isn't one of version 1, the only one there is
 */
export function readStamp(value: unknown, file: string): Stamp {
  const { version, architecture, env, path, withoutCode, outputs, where, engineValues, existing, ...others } = isObject(
    value,
  )
    ? value
    : {};
  const areLists = isListOfNames(withoutCode) && isListOfNames(outputs);
  if (version !== 1 || typeof architecture !== 'string' || typeof path !== 'string' || !areLists)
    throw new ArtefactError(file, 'must have the stamp of an architecture, version 1');
  if (env !== undefined && !isNamedEnvironment(env))
    throw new ArtefactError(file, 'has a stamp in which `env` is no name of an environment');
  if (Object.keys(others).length > 0)
    throw new ArtefactError(file, `has a stamp with unknown keys: ${Object.keys(others).join(', ')}`);
  if (where !== undefined && !isMapOfTexts(where))
    throw new ArtefactError(file, 'has a stamp in which `where` is no map of texts');
  if (engineValues !== undefined && (!isObject(engineValues) || Array.isArray(engineValues)))
    throw new ArtefactError(file, 'has a stamp in which `engineValues` is no map');
  if (existing !== undefined && !(isMapOfTexts(existing) && Object.keys(existing).every(isElement)))
    throw new ArtefactError(file, 'has a stamp in which `existing` is no map of elements');
  return {
    version,
    architecture,
    ...(env !== undefined && { env }),
    path,
    withoutCode,
    outputs,
    ...(where !== undefined && { where }),
    ...(engineValues !== undefined && { engineValues }),
    ...(existing !== undefined && { existing }),
  };
}

/** Nothing states `dev`, which has no part in names. */
const isNamedEnvironment = (value: unknown): value is string =>
  typeof value === 'string' && value !== defaultEnvironment && environmentPattern.test(value);

const isElement = (id: string): boolean => ownerOf(id.split('.'))?.owner === id;

const isMapOfTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');

/**
 * Reads a value of a stamp, which is JSON in a text.
 * @throws ArtefactError if it isn't
 */
export function valueIn(text: unknown, file: string): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new ArtefactError(file, 'has a stamp in which a value of `engineValues` is no JSON');
  }
}

/** A stamp in which the values of the engine are resolved as all values of the artifact are. */
export const resolvedStamp = (stamp: Stamp, resolve: (value: unknown) => unknown): Stamp =>
  stamp.engineValues === undefined
    ? stamp
    : {
        ...stamp,
        engineValues: Object.fromEntries(
          Object.entries(stamp.engineValues).map(([parameter, value]) => [parameter, resolve(value)]),
        ),
      };

/**
 * The differences between a stamp and an artifact with only an architecture: the outputs, and the places that are left
 * open (`where`).
 */
export function misstated(stamp: Stamp, outputs: readonly string[], where?: Stamp['where']): Unrecognized[] {
  const right = { outputs: [...outputs].sort(), where };
  return (['outputs', 'where'] as const)
    .filter((key) => !equal(stamp[key], right[key]))
    .map((key) => ({ resource: 'the stamp', path: [key], value: stamp[key] }));
}

const isListOfNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');
