import { RunError, type Resource } from '@pulumi/pulumi';
import type { GcpWaitPlan } from '../../cloud/gcp/wait';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Waits after the Google APIs that the plan needs, and after `others`; `name` is its name among the parent's parts. */
export function renderWait(
  parent: Element,
  name: string,
  { duration, since, needs }: GcpWaitPlan,
  others: readonly Resource[],
  parts: Parts,
): Resource {
  const { Sleep } = load();
  return new Sleep(
    `${parent.prefix}-${name}`,
    { createDuration: duration, triggers: parts.texts(since) },
    { parent, dependsOn: [...parts.needs(needs), ...others] },
  );
}

/** @throws RunError if the package isn't installed */
function load(): typeof import('@pulumiverse/time') {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program without waits doesn't have the package
    return require('@pulumiverse/time') as typeof import('@pulumiverse/time');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new RunError(
      "@pulumiverse/time isn't installed, and the wait until permissions take effect requires it: npm install @pulumiverse/time",
    );
  }
}
