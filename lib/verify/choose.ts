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
}

/**
 * The architectures of an app that are compared.
 * @throws ArtefactError if the app has none of that name; OptionError if there is none below the path
 */
export function choose(found: readonly Found[], { from, name, path }: Wanted): readonly Found[] {
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
  const chosen = below.filter(({ architecture }) => name === undefined || architecture === name);
  if (chosen.length === 0)
    throw new ArtefactError(from, `contains no architecture with the name ${name}, found${listOf(below).slice(1)}`);
  return chosen;
}
