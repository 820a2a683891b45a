import fc from 'fast-check';
import type { Target } from '../../lib/model/target';
import { architecture, type Valid } from './architecture';
import { counterexample } from './counterexample';
import { Broken, rendersOrRefuses, sameInEveryForm, sameInEveryOrder, validates, type Asked } from './properties';
import type { Workshop } from './workshop';

/** What is done with random architectures. */
export interface Run {
  readonly runs: number;
  readonly seed: number;
  /** On which each is rendered, if it is for them. */
  readonly targets: readonly Target[];
  readonly workshop: Workshop;
  /** Whether each is held, too, to what has nothing to do with targets. @default true */
  readonly byItself?: boolean;
  /** Called before each architecture, those too that are tried to find a smaller counterexample. */
  readonly progress?: (count: Counts) => void;
}

/** What was done so far. */
export interface Counts {
  architectures: number;
  rendered: number;
  refused: number;
}

/** Most renderings are made once: the rest of what is asked of them costs another one each. */
const asked: fc.Arbitrary<Asked> = fc.oneof(
  { arbitrary: fc.constant<Asked>({}), weight: 5 },
  {
    arbitrary: fc.constantFrom<Asked>(
      { twice: true },
      { inAnotherOrder: true },
      { forms: ['json'] },
      { forms: ['object'] },
      { env: 'prod' },
      { env: 'sixteen--letters' },
    ),
    weight: 3,
  },
);

/** How long a smaller counterexample is looked for, in seconds. */
const shrinkSeconds = 60;

/** Makes random architectures, and tells the smallest one that was found of which something doesn't hold. */
export async function run({
  runs,
  seed,
  targets,
  workshop,
  byItself = true,
  progress,
}: Run): Promise<Counts & { failure?: string }> {
  const counts: Counts = { architectures: 0, rendered: 0, refused: 0 };
  let first: { readonly target: Target | undefined; readonly until: number } | undefined;
  const property = fc.asyncProperty(architecture, asked, async (valid: Valid, more) => {
    // What is tried now is only smaller: after a while, none of it fails any more.
    if (first && Date.now() > first.until) return;
    progress?.(counts);
    counts.architectures += 1;
    try {
      if (byItself && !first?.target) holdsByItself(valid, workshop);
      for (const target of first?.target ? [first.target] : targets)
        if (valid.targets.includes(target)) counts[await rendersOrRefuses(valid, target, workshop, more)] += 1;
    } catch (error) {
      const target = error instanceof Broken ? error.target : undefined;
      first ??= { target, until: Date.now() + shrinkSeconds * 1_000 };
      throw error;
    }
  });
  const { counterexample: found, errorInstance } = await fc.check(property, { numRuns: runs, seed });
  return { ...counts, ...(found && { failure: counterexample(found[0], errorInstance, seed) }) };
}

function holdsByItself(valid: Valid, workshop: Workshop): void {
  sameInEveryForm(valid, workshop);
  sameInEveryOrder(valid, workshop);
  validates(valid, workshop);
}
