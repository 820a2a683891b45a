import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { ChosenEnvironment } from '../../lib/model/environment';
import { load } from '../../lib/model/load';
import { ArchitectureError, formatProblem } from '../../lib/model/problem';
import { resolve, type Resolved } from '../../lib/model/resolve';

const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** Writes files to a folder of their own, and returns the path of the first one. */
function files(contents: Readonly<Record<string, string>>): string {
  const place = path.join(folder, `${count++}`);
  mkdirSync(place);
  for (const [name, content] of Object.entries(contents)) writeFileSync(path.join(place, name), content);
  return path.join(place, Object.keys(contents)[0]!);
}

const chosen = (name: string, needsOverlay = true): ChosenEnvironment => ({
  name,
  from: `--env ${name}`,
  needsOverlay,
});
const open = (file: string, env?: ChosenEnvironment): Resolved => resolve(load(file, env ? { env } : {}), []);

/** The problems of an architecture in an environment, without the folder. */
function problemsOf(file: string, env: ChosenEnvironment): readonly string[] {
  try {
    return open(file, env).warnings.map(formatProblem).map(plain);
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    return error.problems.map(formatProblem).map(plain);
  }
}
const plain = (line: string): string => line.replaceAll(/\/\S*\//g, '');

const base = `name: shop
tags: { team: orders, cost: a }
functions:
  report:
    runtime: nodejs22
    handler: { aws: index.handler, gcp: handler }
    code: ./code
    memoryMiB: 512
    environment: { A: a, B: b }
    triggers: [{ rate: 5m }, { rate: 10m }]
    retry: { deadLetter: dead }
queues: { dead: {} }
topics: { events: {} }
`;

describe('an overlay', () => {
  test('merges maps, replaces lists and scalars, and removes with null', () => {
    const file = files({
      'a.yaml': base,
      'a.prod.yaml': `functions:
  report:
    memoryMiB: 1024
    environment: { B: null, C: c }
    triggers: [{ rate: 1h }]
tags: { cost: b }
`,
    });
    const { architecture, env } = open(file, chosen('prod'));
    expect(env).toBe('prod');
    expect(architecture.tags).toEqual({ team: 'orders', cost: 'b' });
    const { memoryMiB, environment, triggers, handler } = architecture.functions['report']!;
    expect({ memoryMiB, triggers, handler }).toEqual({
      memoryMiB: 1024,
      triggers: [{ rate: '1h', input: {} }],
      handler: { aws: 'index.handler', gcp: 'handler' },
    });
    expect(Object.keys(environment)).toEqual(['A', 'C']);
  });

  test('replaces a scalar with a map, and a map with a scalar', () => {
    const file = files({
      'a.yaml': base,
      'a.prod.yaml': 'functions: { report: { code: { aws: ./dist, gcp: ./code }, handler: app.run } }\n',
    });
    expect(open(file, chosen('prod')).architecture.functions['report']).toMatchObject({
      code: { aws: './dist', gcp: './code' },
      handler: { aws: 'app.run', gcp: 'app.run' },
    });
  });

  test('has the name of the architecture, or none', () => {
    const named = (name: string) =>
      problemsOf(files({ 'a.yaml': base, 'a.prod.yaml': `tags: { a: b }\nname: ${name}\n` }), chosen('prod'));
    expect(named('shop').filter((line) => line.includes('name'))).toEqual([]);
    expect(named('shop-prod')).toContain(
      'a.prod.yaml:2:7: name: must be the name in a.yaml, shop: the environment is a part of names already (leave it out)',
    );
  });

  test('replaces a field that excludes another one', () => {
    const network = (over: string) =>
      files({
        'a.yaml': `${base}foundation: { network: { cidr: 10.0.0.0/16 } }\ntargets: [gcp-cdktf, gcp-pulumi]\n`,
        'a.prod.yaml': `foundation: { network: { ${over}existing: { gcp: { network: n, subnetwork: s } } } }\n`,
      });
    expect(problemsOf(network(''), chosen('prod'))).toContain(
      'a.prod.yaml:1:26: foundation.network.existing: conflicts with cidr: only one of cidr, existing is allowed here (remove one of them; in an overlay, set cidr to null)',
    );
    expect(open(network('cidr: null, '), chosen('prod')).architecture.foundation?.network).toEqual({
      existing: { gcp: { network: 'n', subnetwork: 's' } },
    });
  });

  test('removes an element, and changes the default of a parameter', () => {
    const file = files({
      'a.yaml': `parameters: { size: { type: number, default: 128 } }\n${base.replace('512', '${parameters.size}')}`,
      'a.prod.yaml': 'topics: { events: null }\nparameters: { size: { default: 2048 } }\n',
    });
    const { architecture, origins } = open(file, chosen('prod'));
    expect(architecture.topics).toEqual({});
    expect(architecture.functions['report']!.memoryMiB).toBe(2048);
    expect(plain(origins['functions.report.memoryMiB']!)).toBe('a.prod.yaml:2:32');
    expect(plain(origins['functions.report.runtime']!)).toBe('a.yaml:6:14');
  });

  test('has its own positions in problems, after those of the architecture', () => {
    const file = files({
      'a.yaml': base.replace('nodejs22', 'nodejs21'),
      'a.prod.yaml': `functions:
  report:
    memoryMiB: 7
    memoryMib: 9
    handler: null
    environment: { A: '\${tables.nope.name}' }
`,
    });
    expect(problemsOf(file, chosen('prod'))).toEqual([
      expect.stringMatching(/^a\.yaml:5:14: functions\.report\.runtime: must be one of/),
      'a.prod.yaml:3:16: functions.report.memoryMiB: must be 128 to 32768, got 7',
      'a.prod.yaml:4:5: functions.report.memoryMib: there is no field memoryMib here (did you mean memoryMiB?)',
      'a.prod.yaml:5:5: functions.report.handler: is required',
      'a.prod.yaml:6:23: functions.report.environment.A: there is no tables.nope',
    ]);
  });

  test('points at the architecture for what the overlay leaves to it', () => {
    const file = files({ 'a.yaml': base.replace('    code: ./code\n', ''), 'a.prod.yaml': 'tags: { cost: b }\n' });
    expect(problemsOf(file, chosen('prod'))).toEqual(['a.yaml:4:3: functions.report.code: is required']);
  });

  test('adds no element: a misspelled name would be a new one', () => {
    const file = files({
      'a.yaml': base,
      'a.prod.yaml': 'functions: { reprot: { memoryMiB: 1 } }\nqueues: { jobs: {} }\n',
    });
    expect(problemsOf(file, chosen('prod'))).toEqual([
      'a.prod.yaml:1:14: functions.reprot: there is no functions.reprot in a.yaml (did you mean functions.report?)',
      'a.prod.yaml:2:11: queues.jobs: there is no queues.jobs in a.yaml (an overlay changes and removes elements; declare it in a.yaml)',
    ]);
  });

  test('adds parameters, outputs, tags and fields', () => {
    const file = files({
      'a.yaml': base,
      'a.prod.yaml': `parameters: { hours: { type: number, default: 3 } }
tags: { stage: prod }
outputs: { eventsArn: '\${topics.events.arn}' }
functions: { report: { coldStart: { provisioned: '\${parameters.hours}' } } }
`,
    });
    const { architecture } = open(file, chosen('prod'));
    expect(architecture.functions['report']!.coldStart).toEqual({ provisioned: 3 });
    expect(Object.keys(architecture.outputs)).toEqual(['eventsArn']);
    expect(architecture.tags).toEqual({ team: 'orders', cost: 'a', stage: 'prod' });
  });

  test('that removes nothing is a warning', () => {
    const file = files({ 'a.yaml': base, 'a.prod.yaml': 'functions: { report: { memoryMib: null } }\n' });
    expect(problemsOf(file, chosen('prod'))).toEqual([
      'a.prod.yaml:1:24: warning: functions.report.memoryMib: has no effect: null removes a field, and a.yaml has no functions.report.memoryMib',
    ]);
  });

  test.each([
    ['is empty', ''],
    ['has only comments', '# nothing yet\n'],
    ['has only a schema', '$schema: x\n'],
  ])('that %s changes nothing', (_, content) => {
    const file = files({ 'a.yaml': base, 'a.prod.yaml': content });
    expect(open(file, chosen('prod')).architecture).toEqual(open(file).architecture);
  });

  test.each([
    ['a list', '- a\n', 'a.prod.yaml:1:1: must be a map of the fields that it changes'],
    ['a text', 'prod\n', 'a.prod.yaml:1:1: must be a map of the fields that it changes'],
    ['wrong YAML', 'a: [\n', expect.stringMatching(/^a\.prod\.yaml:2:1: not valid YAML: /)],
    ['a key twice', 'tags: {}\ntags: {}\n', 'a.prod.yaml:2:1: tags: is defined twice, first on line 1'],
  ])('that is %s is an error there', (_, content, problem) => {
    const file = files({ 'a.yaml': base, 'a.prod.yaml': content });
    expect(problemsOf(file, chosen('prod'))).toEqual([problem]);
  });

  test('is JSON beside JSON', () => {
    const file = files({ 'a.json': '{"name": "shop", "topics": {"a": {}}}', 'a.prod.json': '{"tags": {"a": "b"}}' });
    expect(open(file, chosen('prod')).architecture.tags).toEqual({ a: 'b' });
  });
});

test('an overlay in place of its architecture is an error that says so', () => {
  const file = files({ 'a.prod.yaml': 'tags: { cost: b }\n', 'a.yaml': base });
  expect(problemsOf(file, chosen('prod'))).toEqual([
    'a.prod.yaml: is the overlay of a.yaml (give a.yaml, and choose the environment with --env prod or env in your program)',
  ]);
  // A file with a name is an architecture, whatever is beside it.
  expect(open(files({ 'a.node.yaml': base, 'a.yaml': base })).architecture.name).toBe('shop');
});

describe('the overlay of an environment', () => {
  const several = () => files({ 'a.yaml': base, 'a.prod.yaml': '', 'a.stage.yaml': '', 'a.B.yaml': '' });

  test('that has none is an error, which lists those that exist', () => {
    expect(problemsOf(several(), chosen('qa'))).toEqual([
      'a.qa.yaml: there is no such file, which --env qa requires (overlays beside a.yaml: prod, stage; create a.qa.yaml, which may be empty)',
    ]);
    expect(problemsOf(several(), chosen('prd'))).toEqual([
      'a.prd.yaml: there is no such file, which --env prd requires (did you mean prod?)',
    ]);
    expect(problemsOf(files({ 'a.yaml': base }), chosen('qa'))).toEqual([
      'a.qa.yaml: there is no such file, which --env qa requires (a.yaml has no overlays; create a.qa.yaml, which may be empty)',
    ]);
  });

  test('has the extension of its architecture', () => {
    expect(problemsOf(files({ 'a.yaml': base, 'a.prod.yml': '' }), chosen('prod'))).toEqual([
      'a.prod.yaml: there is no such file, which --env prod requires (rename a.prod.yml: an overlay has the extension of a.yaml)',
    ]);
  });

  test('is optional for a name that needs none, and for dev', () => {
    expect(open(several(), chosen('qa', false)).env).toBe('qa');
    expect(open(several(), chosen('dev')).env).toBeUndefined();
  });

  test('dev is the one without an environment', () => {
    const file = files({ 'a.yaml': base, 'a.dev.yaml': 'tags: { cost: dev }\n', 'a.prod.yaml': '' });
    for (const env of [undefined, chosen('dev')]) expect(open(file, env).architecture.tags['cost']).toBe('dev');
    expect(open(file, chosen('prod')).architecture.tags['cost']).toBe('a');
  });

  test('of an object is none: the environment only names', () => {
    const { env, architecture } = resolve(load({ name: 'shop', topics: { a: {} } }, { env: chosen('prod') }), []);
    expect({ env, name: architecture.name }).toEqual({ env: 'prod', name: 'shop' });
  });
});
