import type { ResolvedQueue } from '../../model/queue';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a queue, with every decision made. */
export interface GcpQueuePlan {
  readonly element: ElementId;
  readonly needs: readonly string[];
}

export function planQueue(name: string, _spec: ResolvedQueue, _naming: Naming): GcpQueuePlan {
  return { element: elementId('queues', name), needs: [] };
}
