import { defaultEnvironment } from '../model/environment';
import { didYouMean } from '../model/nearest';
import { ArtefactError } from '../readback/error';
import { listOf, type Found } from '../readback/found';
import { OptionError } from './option-error';

/** The wanted architectures of an app. */
export interface Wanted {
  /** The place of the app's artifacts, as it was given. */
  readonly from: string;
  /** The name of the architecture to compare with. @default every architecture of the app */
  readonly name?: string;
  /** The path of a construct, or of one above it; on Pulumi the name of a component. @default anywhere */
  readonly path?: string;
  /** The environment, `null` for the one without a name. @default every environment */
  readonly env?: string | null;
}

/**
 * The architectures of an app that are compared.
 * @throws ArtefactError if the app has none of that name; OptionError if there is none below the path
 */
export function choose(found: readonly Found[], { from, name, path, env }: Wanted): readonly Found[] {
  if (found.length === 0)
    throw new ArtefactError(from, 'contains no architecture; run the app again, or name another folder or target');
  const below = found.filter((one) => path === undefined || one.path === path || one.path.startsWith(`${path}/`));
  if (below.length === 0) {
    const paths = found.map((one) => one.path);
    const hint = didYouMean(path!, paths);
    throw new OptionError(
      'path',
      `${path}: ${from} has no architecture there${listOf(found)}${hint ? ` (${hint})` : ''}`,
    );
  }
  const named = below.filter(({ architecture }) => name === undefined || architecture === name);
  if (named.length === 0)
    throw new ArtefactError(from, `contains no architecture with the name ${name}, found${listOf(below).slice(1)}`);
  const chosen = named.filter((one) => env === undefined || (one.env ?? null) === env);
  if (chosen.length === 0)
    throw new ArtefactError(
      from,
      `contains no architecture in the environment ${env ?? defaultEnvironment}, found${listOf(named).slice(1)}`,
    );
  return chosen;
}
