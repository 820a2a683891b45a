import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { cloudOf, type Target } from '../../lib/model/target';
import { reasonsFor } from '../reasons';
import { differencesIn, linesOf, render, stage } from '../rendering';
import { cases } from './cases';

/** Runs every case on one target. */
export function conforms(target: Target): void {
  const cloud = cloudOf(target);
  for (const one of cases) {
    const refused = one.refused?.[cloud];
    const skipped = one.skip?.[target];
    if (skipped !== undefined) test.skip(`${one.name}: ${skipped}`, () => undefined);
    else if (refused)
      test(`${one.name} is refused for the reason that is known`, () => {
        const refuse = () => resolve(load(stage(one)), [], { targets: [target], checks: check });
        const said = saidBy(refuse);
        expect(said).toEqual(
          refused.map((path, index) => {
            const reasons = reasonsFor(path, target);
            return `${path}: is refused on ${cloud}: ${reasons.find((reason) => said[index]?.endsWith(`: ${reason}`)) ?? reasons.join(', or ')}`;
          }),
        );
      });
    else
      test(`${one.name} reads back equal`, async () => {
        expect(linesOf(differencesIn(await render(one, target)))).toEqual([]);
      });
  }
}

function saidBy(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ArchitectureError)
      return error.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}
