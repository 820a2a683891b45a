import type { Path } from './problem';

/** Step from one thing to another, and the place where it is written. */
export interface Step<Id> {
  readonly to: Id;
  readonly path: Path;
}

/** Steps that lead back to their start. */
export interface Circle<Id> {
  /** Everything on the way, with the start at both ends. */
  readonly way: readonly Id[];
  /** Steps from each thing on the way to the next. */
  readonly steps: readonly Step<Id>[];
}

/** Finds all circles, each once. */
export function circlesIn<Id>(steps: ReadonlyMap<Id, readonly Step<Id>[]>): Circle<Id>[] {
  const circles: Circle<Id>[] = [];
  const done = new Set<Id>();
  for (const start of steps.keys()) {
    // A trail of its own instead of recursion: a chain may be longer than the call stack.
    const trail: { readonly id: Id; readonly by?: Step<Id>; readonly rest: Step<Id>[] }[] = [];
    const open = new Map<Id, number>();
    const enter = (id: Id, by?: Step<Id>): void => {
      open.set(id, trail.length);
      trail.push({ id, ...(by && { by }), rest: [...(steps.get(id) ?? [])].reverse() });
    };
    if (!done.has(start)) enter(start);
    while (trail.length > 0) {
      const { id, rest } = trail.at(-1)!;
      const step = rest.pop();
      if (!step) {
        trail.pop();
        open.delete(id);
        done.add(id);
      } else if (open.has(step.to)) {
        const round = trail.slice(open.get(step.to));
        circles.push({
          way: [...round.map((one) => one.id), step.to],
          steps: [...round.slice(1).map((one) => one.by!), step],
        });
      } else if (!done.has(step.to) && steps.has(step.to)) {
        enter(step.to, step);
      }
    }
  }
  return circles;
}
