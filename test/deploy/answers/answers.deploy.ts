import { temporaryFolder } from '../../rendering';
import { cases, unbuilt, type Case } from '../cases';
import { startCloud, type Cloud } from '../cdk/cloud';
import { standingOn } from '../prepared';
import { addressesOf } from '../requests';
import { amazonNeeds, deploy } from './amazon';
import { nameOf, promised, said, type Answer } from './ask';
import { needsOf, notStarted } from './frameworks';
import { serve } from './google';
import type { Served } from './served';

/* What the examples' code answers, asked from outside: on Google's own frameworks, and deployed to a stand-in of AWS. */

const asked = cases
  .map((one) => ({ one, addresses: addressesOf(one) }))
  .filter(({ addresses }) => addresses.length > 0);

/** What was answered, by cloud, and then by example and output. */
const answers = {
  gcp: new Map<string, readonly Answer[]>(),
  aws: new Map<string, readonly Answer[]>(),
};

describe("on Google's own frameworks", () => {
  for (const { one } of asked) {
    const why = notStarted(one);
    if (why !== undefined) test.skip(`SKIPPED: ${one.name} on Google's own frameworks: ${why}`, () => undefined);
    else standingOn(needsOf(one), one.name, () => answersOn('gcp', one, () => serve(one, temporaryFolder())));
  }
});

standingOn(amazonNeeds, 'on a stand-in of AWS', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await startCloud()));
  afterAll(() => cloud?.end());

  for (const { one } of asked) {
    const why = unbuilt(one, 'aws');
    if (why !== undefined) test.skip(`SKIPPED: ${one.name} on a stand-in of AWS: ${why}`, () => undefined);
    else describe(one.name, () => answersOn('aws', one, () => deploy(one, cloud)));
  }
});

describe('on both clouds', () => {
  for (const { one, addresses } of asked) {
    // Each cloud says why it is skipped.
    if (notStarted(one) !== undefined || unbuilt(one, 'aws') !== undefined) continue;
    standingOn([...needsOf(one), ...amazonNeeds], one.name, () => {
      test.each(addresses)('the answers at $output are the same, to the byte', ({ output, rows }) => {
        const [gcp, aws] = [answers.gcp, answers.aws].map((given) =>
          rows.map((row, index) => ({ request: nameOf(row), ...given.get(`${one.name} ${output}`)?.[index] })),
        );
        expect(gcp!.every(({ status }) => status !== undefined)).toBe(true);
        expect(aws).toEqual(gcp);
      });
    });
  }
});

/** An example answers its table of requests. */
function answersOn(cloud: keyof typeof answers, one: Case, open: () => Promise<Served>): void {
  let served: Served;
  beforeAll(async () => (served = await open()));
  afterAll(() => served?.end());

  test.each(addressesOf(one))('answers the table of requests at $output', async ({ output, rows }) => {
    const given: Answer[] = [];
    for (const row of rows) given.push(await served.ask(output, row));
    answers[cloud].set(`${one.name} ${output}`, given);
    const named = rows.map((row, index) => ({ request: nameOf(row), ...said(given[index]!) }));
    expect(named).toEqual(rows.map((row) => ({ request: nameOf(row), ...promised(row) })));
  });

  if (one.folder === 'examples/provisioned') counts(one, () => served);
}

/** What a table of requests can't say of the counter. The last of it leaves it without its table. */
function counts({ written }: Case, served: () => Served): void {
  const [output] = Object.keys(written.outputs!);

  test('counts each of many requests at once', async () => {
    const row = { method: 'GET', path: '/at-once', status: 200, answer: undefined };
    const given = await Promise.all(Array.from({ length: 20 }, () => served().ask(output!, row)));
    const counts = given.map(({ body }) => (JSON.parse(body) as { count?: number }).count);
    expect(counts.sort((a, b) => a! - b!)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('answers that it cannot count where its table is gone, and logs why', async () => {
    await served().loseTables();
    const row = { method: 'GET', path: '/', status: 500, answer: { error: "the request can't be counted" } };
    expect(said(await served().ask(output!, row))).toEqual(promised(row));
    await served().logged(/NOT_FOUND|ResourceNotFoundException/);
  });
}
