import { sweep } from '../../scripts/sweep';
import { sweepFiles } from '../../scripts/sweep-files';
import { unseen } from '../../scripts/unseen';
import { unseenFiles } from '../../scripts/unseen-files';
import type { Target } from '../../lib/model/target';
import { examples } from '../examples';
import { render } from '../rendering';

/** Makes every single change of the examples' artefacts: each has to be seen in the element where it was made. */
export function seesEveryChange(target: Target): void {
  const met = new Set<RegExp>();
  const metInFiles = new Set<RegExp>();

  test.each(Object.entries(examples))(
    '%s: every change is seen in the element where it was made',
    async (_, example) => {
      const { counts, overlooked, misplaced, excused } = sweep(await render(example, target));
      for (const reason of excused) met.add(reason);
      expect({ overlooked, misplaced }).toEqual({ overlooked: [], misplaced: [] });
      const made = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect(made).toBeGreaterThan(300);
    },
  );

  test.each(Object.entries(examples))('%s: every change of a file is seen', async (_, example) => {
    const { made, overlooked, excused } = sweepFiles(await render(example, target));
    for (const reason of excused) metInFiles.add(reason);
    expect(overlooked).toEqual([]);
    expect(made).toBeGreaterThan(30);
  });

  test('every excuse is needed', () => {
    expect(unseen.filter(({ on, what }) => on.includes(target) && !met.has(what))).toEqual([]);
    expect(unseenFiles.filter(({ on, what }) => on.includes(target) && !metInFiles.has(what))).toEqual([]);
  });
}
