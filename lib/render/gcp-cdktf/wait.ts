import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpWaitPlan } from '../../cloud/gcp/wait';
import type { Parts } from './parts';
import { load } from './provider';

/** Waits after the Google APIs that the plan needs, and after `others`. */
export function renderWait(
  scope: Construct,
  id: string,
  { duration, since, needs }: GcpWaitPlan,
  others: readonly ITerraformDependable[],
  parts: Parts,
): ITerraformDependable {
  const { Sleep } = load(
    scope,
    'time',
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an app without waits doesn't have the package
    () => require('@cdktf/provider-time/lib/sleep') as typeof import('@cdktf/provider-time/lib/sleep'),
  );
  return new Sleep(scope, id, {
    createDuration: duration,
    triggers: parts.texts(since),
    dependsOn: [...parts.needs(needs), ...others],
  });
}
