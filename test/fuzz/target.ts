import { cloudOf, type Target } from '../../lib/model/target';
import { run } from './run';
import { Workshop } from './workshop';

/** Holds a target to what should be true of every architecture, in a number of random ones. */
export function holds(target: Target, runs = 30): void {
  const workshop = new Workshop();
  afterAll(() => workshop.clear());

  test('renders any architecture so that it reads back equal, or refuses it for a reason that is known', async () => {
    // Pulumi keeps a stack trace for each promise that it makes, which Jest maps to its sources: most of the time.
    Error.stackTraceLimit = 0;
    const { failure, rendered, refused } = await run({
      runs,
      seed: 7,
      targets: [target],
      workshop,
      byItself: false,
    });
    if (failure !== undefined) throw new Error(failure);
    expect(rendered).toBeGreaterThan(runs / 3);
    expect(refused > 0).toBe(cloudOf(target) === 'gcp');
  });
}
