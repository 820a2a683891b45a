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
parameters: { size: { type: number, optional: true } }
foundation: { ingress: { insecure: true } }
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

test('explain: covers every function and service on every cloud', async () => {
  const { code, out } = await explain(file, '--param', 'size=5');
  expect(code).toBe(0);
  for (const element of ['functions.counter', 'functions.twin', 'services.twin', 'services.worker']) {
    expect(out).toContain(`${element}  `);
  }
  expect(out).toContain('5 environments are always warm');
  expect(out).not.toContain('\u001b');
});

test.each(['functions.counter', 'counter'])('explain: selects one element by name: %s', async (word) => {
  const { code, out } = await explain(file, word, '--param', 'size=5', '--target', 'aws-cdk', '--price', '.5');
  expect(code).toBe(0);
  expect(out).toMatch(/^functions\.counter {2}provisioned\n\n {2}on AWS \(aws-cdk\) {2}= exact\n/);
  expect(out).toContain('At 0.5 per hour: 1,825.00 per month.');
  expect(out).not.toContain('twin');
});

test('explain: describes a refused strategy and exits with 0', async () => {
  const { code, out, err } = await explain(file, 'worker', '--target', 'aws-cdk');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('on AWS (aws-cdk)  x refused\n    - Refused: ');
  expect(out).toContain('    - Instead: use utilization, or provisioned.');
});

test('explain: names a parameter without a value', async () => {
  const { out } = await explain(file, 'counter');
  expect(out).toContain('Not included: provisioned, because the parameter size has no value');
});

test('explain --json: prints the same data for the same time', async () => {
  const at = explainBy(() => Date.parse('2026-11-24T13:34:56Z'));
  const { out } = await said(() => at.run([file, 'counter', '--json', '--param', 'size=5', '--target', 'gcp-cdktf']));
  expect(JSON.parse(out)).toEqual([
    {
      element: 'functions.counter',
      strategy: 'provisioned',
      target: 'gcp-cdktf',
      is: 'exact',
      warm: [{ from: '2026-11-24T13:34:00Z', workers: 5 }],
      sentences: expect.arrayContaining(['Cost of keeping them warm: 3,650 instance-hours per month.']) as string[],
      instanceHours: 3_650,
    },
  ]);
});

test('explain: reports errors of the architecture like other commands', async () => {
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

test('explain: reports an architecture without functions and services', async () => {
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
])('explain: exits with 2 on wrong usage: %j', async (args, says) => {
  const { code, out, err } = await explain(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
});
