import { temporaryFolder } from '../../rendering';
import { cases, type Case } from '../cases';
import { standingOn } from '../prepared';
import { addressesOf } from '../requests';
import { nameOf, promised, said, type Answer } from './ask';
import { needsOf, notStarted } from './frameworks';
import { serve, type Served } from './google';

/* What the examples' code answers, asked from outside, on Google's own frameworks and on a stand-in of AWS. */

const asked = cases
  .map((one) => ({ one, addresses: addressesOf(one) }))
  .filter(({ addresses }) => addresses.length > 0);

/** What was answered, by cloud, example and output. */
const answers = new Map<string, readonly Answer[]>();

for (const { one, addresses } of asked) {
  const why = notStarted(one);
  if (why !== undefined) {
    test.skip(`SKIPPED: ${one.name} on Google's frameworks: ${why}`, () => undefined);
    continue;
  }
  standingOn(needsOf(one), `${one.name} on Google's frameworks`, () => {
    let served: Served;
    beforeAll(async () => (served = await serve(one, temporaryFolder())));
    afterAll(() => served?.end());

    test.each(addresses)('answers the table of requests at $output', async ({ output, rows }) => {
      const given: Answer[] = [];
      for (const row of rows) given.push(await served.ask(output, row));
      answers.set(`gcp ${one.name} ${output}`, given);
      const named = rows.map((row, index) => ({ request: nameOf(row), ...said(given[index]!) }));
      expect(named).toEqual(rows.map((row) => ({ request: nameOf(row), ...promised(row) })));
    });

    countsAtOnce(one, () => served);
  });
}

/** The counter loses no count, however many ask it at the same time. */
function countsAtOnce({ folder, written }: Case, served: () => Served): void {
  if (folder !== 'examples/provisioned') return;
  test('counts each of many requests at once', async () => {
    const [output] = Object.keys(written.outputs!);
    const row = { method: 'GET', path: '/at-once', status: 200, answer: undefined };
    const given = await Promise.all(Array.from({ length: 20 }, () => served().ask(output!, row)));
    const counts = given.map(({ body }) => (JSON.parse(body) as { count?: number }).count);
    expect(counts.sort((a, b) => a! - b!)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
}
