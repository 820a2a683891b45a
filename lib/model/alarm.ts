import { z } from 'zod';
import { mostWorkersEver } from './cold-start';
import type { ResolvedFunction } from './function';
import { elementName } from './name';

/**
 * Alarms for people; without it, there are none. Every dead-letter queue has an alarm, which one message raises. The
 * fields beside `notify` are the thresholds of the other alarms. A threshold of 0 creates no alarm.
 */
export const alarmsSpec = z
  .strictObject({
    /** Topic that receives every alarm, and the notice that it is over. */
    notify: elementName,
    /** Errors of a function within five minutes that raise its alarm. */
    functionErrors: z.int().min(0).max(1_000_000).default(1),
    /**
     * Calls within five minutes that the cloud refuses because a function runs as often as its maximum allows. Functions
     * without a maximum have no such alarm.
     */
    throttles: z.int().min(0).max(1_000_000).default(10),
    /**
     * Number of consecutive periods of five minutes in which a public service is unhealthy. One period is short enough
     * for a container that fails and is replaced. The maximum is six hours.
     */
    unhealthyPeriods: z.int().min(0).max(72).default(2),
    /** Responses of an API with a status of 500 or higher within five minutes that raise its alarm. */
    apiErrors: z.int().min(0).max(1_000_000).default(10),
    /**
     * Age in seconds of the oldest message that a queue's consumer hasn't processed. Queues without a consumer have no
     * such alarm. The maximum is half of the shortest retention of a queue.
     */
    oldestMessageSeconds: z.int().min(0).max(43_200).default(3_600),
  })
  .optional();

export type Alarms = NonNullable<z.output<typeof alarmsSpec>>;

/** Tells whether calls of a function are refused when it is busy: the model gives it a maximum. */
export const hasMaximum = ({ coldStart }: Pick<ResolvedFunction, 'coldStart'>): boolean =>
  coldStart.provisioned === undefined && mostWorkersEver(coldStart) !== undefined;
