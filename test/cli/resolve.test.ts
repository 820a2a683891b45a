import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../lib/cli/main';

const folder = mkdtempSync(join(tmpdir(), 'triptych-cli-'));
const file = join(folder, 'architecture.yaml');
beforeAll(() => {
  writeFileSync(
    file,
    `name: shop
parameters: { size: { type: number, default: 128 }, level: { type: string, default: info } }
functions:
  report:
    runtime: nodejs22
    code: code
    handler: { aws: index.handler, gcp: handler }
    memoryMiB: \${parameters.size}
    environment: { TABLE: '\${tables.orders.name}', PRICE: '$\${x} ', LEVEL: '\${parameters.level}' }
tables: { orders: { partitionKey: { name: id, type: string } } }
outputs: { table: '\${tables.orders.name}' }
`,
  );
  writeFileSync(
    join(folder, 'architecture.prod.yaml'),
    'functions: { report: { timeoutSeconds: 120, environment: { HIDDEN: "\\u202e" } } }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
  try {
    return { code: await main(['resolve', file, '--target', 'aws-cdk', ...args]), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test('resolve --json has the model with references as they are written, and the origin of every value', async () => {
  const { code, out } = await run('--env', 'prod', '--param', 'level=debug', '--json');
  expect(code).toBe(0);
  const { architecture, origins } = JSON.parse(out.replaceAll(folder, ''));
  expect(architecture.functions.report).toMatchObject({
    memoryMiB: 128,
    timeoutSeconds: 120,
    environment: { TABLE: '${tables.orders.name}', PRICE: '$${x} ', LEVEL: 'debug' },
  });
  expect(architecture.outputs).toEqual({ table: '${tables.orders.name}' });
  expect(origins).toMatchObject({
    name: '/architecture.yaml:1:7',
    targets: '--target',
    'functions.report.memoryMiB': '/architecture.yaml:2:46',
    'functions.report.timeoutSeconds': '/architecture.prod.yaml:1:40',
    'functions.report.environment.LEVEL': '--param level',
    'functions.report.logRetentionDays': 'default',
  });
});

test('resolve prints YAML that reads back as the same, with the origins beside', async () => {
  const { out } = await run('--env', 'prod');
  const { architecture } = JSON.parse((await run('--env', 'prod', '--json')).out);
  expect(parse(out)).toEqual(architecture);
  const lines = out.replaceAll(folder, '').split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}timeoutSeconds: 120 +# \/architecture\.prod\.yaml:1:40$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}triggers: \[\] +# default$/));
  expect(lines).toContainEqual(expect.stringMatching(/^queues: \{\} +# default$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}- aws-cdk +# --target$/));
  // What could turn a line around is escaped, as YAML reads it back.
  expect(lines).toContainEqual(expect.stringMatching(/^ {6}HIDDEN: "\\u202e" +# /));
});

test('resolve without an environment has nothing of the overlay', async () => {
  const { out } = await run('--json');
  expect(JSON.parse(out).architecture.functions.report.timeoutSeconds).toBe(60);
  expect(out).not.toContain('architecture.prod.yaml');
});
