import { setTimeout as wait } from 'node:timers/promises';
import type { Wire } from '../pulumi/wire';

/** How long Application Auto Scaling is busy with one update of a scalable target, in milliseconds. */
const busyFor = 30;

/**
 * Application Auto Scaling, which takes one update of a scalable target at a time and refuses others meanwhile:
 * https://github.com/hashicorp/terraform-provider-aws/issues/17915
 */
export class ScalableTargets {
  private readonly busy = new Set<string>();

  /** Runs a request that may update a scalable target. @throws Error if the target is being updated */
  async during<Result>(type: string, inputs: Wire, request: () => Promise<Result> | Result): Promise<Result> {
    if (!type.startsWith('aws:appautoscaling/')) return request();
    const target = String(inputs['resourceId']);
    if (this.busy.has(target))
      throw new Error(
        `ConcurrentUpdateException: You already have a pending update to an Auto Scaling resource: ${target}`,
      );
    this.busy.add(target);
    try {
      await wait(busyFor);
      return await request();
    } finally {
      this.busy.delete(target);
    }
  }
}
