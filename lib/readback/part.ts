import type { Kind } from '../model/kind';

/**
 * The part of an element that a resource belongs to: the element itself, or what stands beside it with resources of the
 * same types. These are the function that keeps it warm, the role with which schedules invoke it, its triggers on Google
 * Cloud, the dead-letter queue of a queue, the grants with which it uses other elements, the role that records the traffic
 * of the foundation's network, and the listener for HTTPS.
 */
export type Side = 'element' | 'warmer' | 'schedule role' | 'trigger' | 'dead letters' | 'use' | 'flow logs' | 'https';

/**
 * One part of an element: the type of its resource, its name among the element's parts, and its side.
 *
 * A word in angle brackets stands for what a name takes from elsewhere. The name of a kind (`<queue>`) stands for an
 * element of that kind, `<element>` for an element of any kind, `<use>` for a kind and an element of it. `<number>`
 * stands for a number, any other word for any text without a slash.
 */
export type Part = readonly [type: string, name: string, side?: Side];

/** The parts of each kind of element, and of the foundation, on one target. */
export type PartNames = Readonly<Record<Kind | 'foundation', readonly Part[]>>;
