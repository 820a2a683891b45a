import { sweep } from '../../scripts/sweep';
import { unseen } from '../../scripts/unseen';
import type { Target } from '../../lib/model/target';
import { examples } from '../examples';
import { render } from '../rendering';

/** Changes all that the examples' artefacts hold, one thing at a time: each change is seen, where it was made. */
export function seesEveryChange(target: Target): void {
  const met = new Set<RegExp>();

  test.each(Object.entries(examples))('every change of %s is seen, where it was made', async (_, example) => {
    const { counts, overlooked, misplaced, excused } = sweep(await render(example, target));
    for (const reason of excused) met.add(reason);
    expect({ overlooked, misplaced }).toEqual({ overlooked: [], misplaced: [] });
    const made = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(made).toBeGreaterThan(300);
  });

  test('nothing is excused that is seen anyway', () => {
    expect(unseen.filter(({ on, what }) => on.includes(target) && !met.has(what))).toEqual([]);
  });
}
