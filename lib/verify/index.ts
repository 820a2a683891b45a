import type { Artifacts } from './artifacts';
import type { VerifyOptions } from './options';
import type { Verification } from './verification';

/**
 * Compares the artifacts of an app with an architecture, as `triptych verify --from` does, for unit tests.
 *
 * ```ts
 * (await verify(stack, { architecture: 'shop.yaml' })).assertEquivalent();
 * ```
 *
 * @throws ArchitectureError with every problem of the architecture
 * @throws ArtefactError if the artifacts can't be read
 * @throws OptionError if an option is wrong
 */
export async function verify(artifacts: Artifacts, options: VerifyOptions = {}): Promise<Verification> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- programs that only render never load this
  const { verifyInTest } = require('./unit') as typeof import('./unit');
  return verifyInTest(artifacts, options);
}
