import type { ResolvedQueue } from '../../model/queue';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a queue, with every decision made. */
export interface AwsQueuePlan {
  readonly element: ElementId;
}

export function planQueue(name: string, _spec: ResolvedQueue, _naming: Naming): AwsQueuePlan {
  return { element: elementId('queues', name) };
}
