import { inEnvironment } from '../model/environment';
import type { Artefact } from './artefact';
import { ArtefactError } from './error';
import type { Stored } from './stored';

/** An architecture in a folder of artifacts, found by its stamp. */
export interface Found {
  /** The architecture's name. */
  readonly architecture: string;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  /** Its place in the app: the path of its construct, or on Pulumi the name of its component. */
  readonly path: string;
  /** The stack that it is in. */
  readonly stack: string;
  /** The parameters with values that only the engine has. */
  readonly engineValues: readonly string[];
  /** Reads the artifacts as resources that no reader has read yet. */
  readonly open: () => Artefact;
  /** Reads the architecture as the app gave it to its engine; undefined if the artifacts don't have it. */
  readonly stored: () => Stored | undefined;
}

/**
 * The only architecture of a folder.
 * @throws ArtefactError if there is none, or several
 */
export function onlyOne(found: readonly Found[], place: string): Found {
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw new ArtefactError(place, `must contain exactly one architecture, found ${found.length}${listOf(found)}`);
  return one;
}

/** `: shop in Dev/Shop, shop in Prod/Shop` */
export const listOf = (found: readonly Found[]): string =>
  found.length === 0
    ? ''
    : `: ${found.map(({ architecture, env, path }) => `${inEnvironment(architecture, env)} in ${path}`).join(', ')}`;
