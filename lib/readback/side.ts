import type { Resource } from './resource';

/**
 * The part of an element that a resource belongs to: the element itself, the function that keeps it warm (which has the
 * same place and the same types), the role with which schedules invoke it, or its triggers on Google Cloud.
 */
export type Side = 'element' | 'warmer' | 'schedule role' | 'trigger';

/**
 * The names of parts beside the element itself. A name carries no type of resource, so this is the one place where a
 * reader depends on the names that renderers give (see ARCHITECTURE.md). A part's name may end with the name of another
 * element (`use-tables-warmer`), so patterns begin with what only renderers choose.
 */
const names: Readonly<Record<Exclude<Side, 'element'>, readonly RegExp[]>> = {
  warmer: [
    /^Warmer\//,
    /^(?:function|invoker|job|logs|permissions|role|schedule|service-account)-warmer$/,
    /^(?:role|permissions)-warmer-schedule$/,
  ],
  trigger: [
    /^Trigger\//,
    /^(?:service-account|invoker|signer)-trigger$/,
    /^(?:job|notification|publisher|subscription|topic|wait)-trigger-/,
  ],
  'schedule role': [/^ScheduleRole(?:\/|$)/, /^(?:role|permissions)-schedule$/],
};

/** The side of a resource: the first whose names match its own; a resource with any other name is the element's. */
export function sideOf({ local }: Resource): Side {
  const [side] = Object.entries(names).find(([, patterns]) => patterns.some((name) => name.test(local))) ?? [];
  return (side as keyof typeof names | undefined) ?? 'element';
}
