import { pathIn, wordsFor } from '../disk/fault';
import { FolderError } from './folder-error';

/**
 * Runs something that reads or writes a folder.
 * @throws FolderError in place of the system's own error
 */
export function orUnwritable<T>(folder: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/**
 * The error for a folder that can't be written, if a fault of the system is the reason; any other error stays as it is.
 * A fault at a path that isn't below one of `paths`, such as a file of code, does too. What fails in the middle of a
 * file names no path.
 */
export function unwritable(error: unknown, shown: string, paths?: readonly string[]): unknown {
  if (error instanceof FolderError) return error;
  const words = wordsFor(error);
  const path = pathIn(error);
  const isElsewhere = paths !== undefined && path !== undefined && !paths.some((one) => path.startsWith(one));
  if (words === undefined || isElsewhere) return error;
  return new FolderError(shown, `can't be written: ${words}`);
}
