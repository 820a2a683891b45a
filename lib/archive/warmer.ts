import { basename, dirname, join } from 'node:path';
import { archiveCode, type CodeArchive } from './code';

/**
 * The folder of the warmer's code, absolute. It is shipped as it is, beside `dist`, and found from the package's root:
 * this file lies at another depth in the source than where it is built.
 */
export const warmerFolder = join(dirname(require.resolve('triptych-iac/package.json')), 'warmer');

/**
 * The warmer's code, ready for an engine; its runtime is `nodejs22.x`, its handler `index.handler`.
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
