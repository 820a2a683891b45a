import { basename, dirname, join } from 'node:path';
import { archiveCode, type CodeArchive } from './code';

/**
 * The folder of the warmer's code, absolute. It ships unchanged, next to `dist`, and is found from the package's root,
 * because this file has another depth in the source than in the build.
 */
export const warmerFolder = join(dirname(require.resolve('triptych-iac/package.json')), 'warmer');

/**
 * The archive of the warmer's code; its runtime is `nodejs22.x`, its handler `index.handler`.
 * @throws Error if it can't be read, in a broken installation
 */
export function warmerArchive(): CodeArchive {
  const archive = archiveCode({
    directory: dirname(warmerFolder),
    code: basename(warmerFolder),
    cloud: 'aws',
    runtime: 'nodejs22',
    handler: 'index.handler',
  });
  if (archive.kind === 'problem') throw new Error(`the warmer's code: ${archive.message}`);
  return archive;
}
