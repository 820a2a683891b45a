import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainBy } from '../../lib/cli/explain';
import { main } from '../../lib/cli/main';

const folder = mkdtempSync(join(tmpdir(), 'triptych-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'architecture.yaml');
writeFileSync(
  file,
  `name: shop
parameters: { size: { type: number } }
foundation: {}
functions:
  counter: { runtime: nodejs22, code: app, handler: index.handler, coldStart: { provisioned: "\${parameters.size}" } }
  twin: { runtime: nodejs22, code: app, handler: index.handler }
services:
  twin: { image: nginx }
  worker: { image: nginx, coldStart: { dynamic: { max: 4 } } }
tables:
  visits: { partitionKey: { name: id, type: string } }
`,
);

/** Runs something in this process, and keeps what it prints. */
async function said(run: () => Promise<number> | number): Promise<{ code: number; out: string; err: string }> {
  const kept = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((stream) =>
    jest.spyOn(process[`std${stream}`], 'write').mockImplementation((text) => Boolean((kept[stream] += String(text)))),
  );
  try {
    return { code: await run(), ...kept };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const explain = (...args: string[]) => said(() => main(['explain', ...args]));

test('explains every function and service on every cloud', async () => {
  const { code, out } = await explain(file, '--param', 'size=5');
  expect(code).toBe(0);
  for (const element of ['functions.counter', 'functions.twin', 'services.twin', 'services.worker']) {
    expect(out).toContain(`${element}  `);
  }
  expect(out).toContain('5 environments are always warm');
  expect(out).not.toContain('\u001b');
});

test.each(['functions.counter', 'counter'])('explains the one that is named: %s', async (word) => {
  const { code, out } = await explain(file, word, '--param', 'size=5', '--target', 'aws-cdk', '--price', '.5');
  expect(code).toBe(0);
  expect(out).toMatch(/^functions\.counter {2}provisioned\n\n {2}on AWS \(aws-cdk\) {2}= exact\n/);
  expect(out).toContain('At 0.5 an hour, that is 1,825.00 a month.');
  expect(out).not.toContain('twin');
});

test('explains a refusal, and fails for nothing', async () => {
  const { code, out, err } = await explain(file, 'worker', '--target', 'aws-cdk');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('on AWS (aws-cdk)  x refused\n    - Refused: ');
  expect(out).toContain('    - Instead: use utilization, or provisioned.');
});

test('says which parameter has no value', async () => {
  const { out } = await explain(file, 'counter');
  expect(out).toContain('Left out: provisioned, as parameter size has no value');
});

test('prints data, the same for the same time', async () => {
  const at = explainBy(() => Date.parse('2026-11-24T13:34:56Z'));
  const { out } = await said(() => at.run([file, 'counter', '--json', '--param', 'size=5', '--target', 'gcp-cdktf']));
  expect(JSON.parse(out)).toEqual([
    {
      element: 'functions.counter',
      strategy: 'provisioned',
      target: 'gcp-cdktf',
      is: 'exact',
      warm: [{ from: '2026-11-24T13:34:00Z', workers: 5 }],
      sentences: expect.arrayContaining(['Keeping them warm takes 3,650 instance-hours a month.']) as string[],
      instanceHours: 3_650,
    },
  ]);
});

test('tells errors of the architecture as other commands do', async () => {
  const wrong = join(folder, 'wrong.yaml');
  writeFileSync(
    wrong,
    'name: w\nservices: { s: { image: nginx, coldStart: { dynamic: { max: 4 }, provisioned: 1 } } }\n',
  );
  const { code, err } = await explain(wrong);
  expect(code).toBe(1);
  expect(err).toMatch(/wrong\.yaml:2:\d+: services\.s\.coldStart/);
  expect(err).not.toContain('is refused on aws');
});

test('says that there is nothing to explain', async () => {
  const empty = join(folder, 'empty.yaml');
  writeFileSync(empty, 'name: e\n');
  expect(await explain(empty)).toMatchObject({ code: 0, out: `${empty}: no functions and no services\n` });
});

test.each<[args: string[], says: string]>([
  [[], 'triptych explain: FILE is missing'],
  [[file, 'counter', 'twin'], 'accepts FILE and one ELEMENT, got 3 words'],
  [[file, 'conter'], 'conter: no such function or service (did you mean counter?)'],
  [[file, 'functions.countr'], 'did you mean functions.counter?'],
  [[file, 'quite-another'], '(must be functions.counter, functions.twin, services.twin, services.worker)'],
  [[file, 'twin'], 'twin is ambiguous: use functions.twin or services.twin'],
  [[file, 'tables.visits'], 'tables.visits has no cold starts: only functions and services do'],
  [[file, '--price', 'much'], '--price: must be a decimal number, such as 0.0149, got much'],
  [[file, '--price', '1e3'], '--price: must be a decimal number'],
  [[file, '--price', '-1'], '--price'],
  [[file, '--cost', '1'], "Unknown option '--cost'"],
  [[file, '--target', 'aws'], '--target: unknown target aws'],
])('wrong usage fails with 2: %j', async (args, says) => {
  const { code, out, err } = await explain(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
});
