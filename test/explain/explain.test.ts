import { explainColdStarts, type Explanation, type ExplainOptions } from '../../lib/explain/explain';
import { formatExplanations } from '../../lib/explain/format';
import type { Target } from '../../lib/model/target';
import { plainFunction, resolveObject } from '../model/architectures';

const now = Date.parse('2026-11-24T13:34:00Z');
const office = {
  name: 'office-hours',
  start: '0 8 * * 1-5',
  end: '0 18 * * 1-5',
  timezone: 'Europe/Berlin',
  min: 20,
  max: 100,
};

const explain = (architecture: object, options: Partial<ExplainOptions> = {}): Explanation[] =>
  explainColdStarts(resolveObject(architecture).architecture, { now, ...options });

const ofFunction = (coldStart: object, target: Target, options: Partial<ExplainOptions> = {}): Explanation =>
  only({ functions: { f: { ...plainFunction, coldStart } } }, target, options);

const ofService = (spec: object, target: Target, options: Partial<ExplainOptions> = {}): Explanation =>
  only({ foundation: { ingress: { insecure: true } }, services: { s: { image: 'nginx', ...spec } } }, target, options);

const only = (architecture: object, target: Target, options: Partial<ExplainOptions>): Explanation =>
  explain({ targets: [target], ...architecture }, options)[0]!;

const text = ({ sentences }: Explanation): string => sentences.join('\n');

test('an explanation covers every function and service on every target, with the documented keys only', () => {
  const all = explain({
    foundation: { ingress: { insecure: true } },
    functions: { f: plainFunction },
    services: { s: { image: 'nginx' } },
    tables: { t: { partitionKey: { name: 'id', type: 'string' } } },
  });
  expect(all.map(({ element, target, strategy, is }) => [element, target, strategy, is].join(' '))).toEqual(
    ['functions.f', 'services.s'].flatMap((element) =>
      ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'].map(
        (target) => `${element} ${target} ${element === 'services.s' ? 'provisioned' : 'none'} exact`,
      ),
    ),
  );
  for (const one of all) {
    expect(Object.keys(one)).toEqual(['element', 'strategy', 'target', 'is', 'warm', 'sentences', 'instanceHours']);
  }
});

describe('a function', () => {
  test.each<[what: string, coldStart: object, target: Target, warm: number, instanceHours: number, says: string[]]>([
    [
      'without a strategy',
      {},
      'aws-cdk',
      0,
      0,
      ['Nothing is kept warm', '1,000 environments every 10 seconds', '(429)'],
    ],
    ['without a strategy', {}, 'gcp-cdktf', 0, 0, ['Nothing is kept warm', 'at most 100 instances', '429']],
    [
      'provisioned',
      { provisioned: 5 },
      'aws-cdk',
      5,
      3_650,
      [
        '5 environments are always warm, on the alias `live`',
        'A larger burst',
        'the account',
        'moves the alias',
        '3,650',
      ],
    ],
    [
      'provisioned',
      { provisioned: 1 },
      'gcp-pulumi',
      1,
      730,
      ['1 instance is always running', 'at most 100 instances (the default;', 'a new revision', 'lower rate'],
    ],
    [
      'provisioned above the default maximum',
      { provisioned: 200 },
      'gcp-cdktf',
      200,
      146_000,
      ['200 instances are always running', 'Cloud Run starts no more', 'no more at a higher load'],
    ],
    [
      'dynamic',
      { dynamic: { min: 2, max: 50 } },
      'aws-pulumi',
      2,
      1_460,
      ['A larger burst', 'Limit: 50 concurrent calls'],
    ],
    [
      'dynamic',
      { dynamic: { min: 2, max: 50 } },
      'gcp-cdktf',
      2,
      1_460,
      ['at most 50 instances (a sudden', 'reach 60% of their CPU or of their concurrency'],
    ],
    [
      'dynamic from nothing',
      { dynamic: { max: 7 } },
      'aws-cdk',
      0,
      0,
      ['Nothing is kept warm', 'Limit: 7 concurrent calls'],
    ],
    ['dynamic without more', { dynamic: { min: 5, max: 5 } }, 'gcp-cdktf', 5, 3_650, ['Cloud Run starts no more (']],
    [
      'utilization',
      { utilization: { min: 2, max: 50, target: 0.57 } },
      'aws-cdk',
      2,
      1_460,
      [
        'more than 57% of them',
        'up to 50.',
        'an idle function reports no utilization',
        'stay and are billed',
        'at least 1,460 instance-hours per month, at most 36,500',
      ],
    ],
    [
      'utilization',
      { utilization: { min: 2, max: 50 } },
      'gcp-cdktf',
      2,
      1_460,
      ['Approximated: utilization is rendered as min and max instances'],
    ],
    [
      'warming',
      { warming: { instances: 3 } },
      'aws-cdk',
      3,
      0,
      [
        'Every 5 minutes, 3 environments are invoked concurrently',
        'cold until their first call',
        '26,280 calls per month',
        'adds 8,760 calls',
      ],
    ],
    ['warming in time', { warming: { instances: 1, every: '10m' } }, 'gcp-cdktf', 1, 0, ['Every 10 minutes, Cloud']],
    [
      'warming too late',
      { warming: { instances: 1, every: '1h' } },
      'gcp-cdktf',
      0,
      0,
      ['stays for at most 15 minutes', 'not earlier than that', '730 calls per month'],
    ],
  ])('%s: %j on %s', (_, coldStart, target, warm, instanceHours, says) => {
    const one = ofFunction(coldStart, target);
    expect(one).toMatchObject({ warm: [{ from: '2026-11-24T13:34:00Z', workers: warm }], instanceHours });
    for (const said of says) expect(text(one)).toContain(said);
  });

  test('whose maximum equals its minimum has no cold burst', () => {
    const one = ofFunction({ dynamic: { min: 5, max: 5 } }, 'aws-cdk');
    expect(text(one)).not.toContain('A larger burst');
    expect(text(one)).toContain('Limit: 5 concurrent calls');
  });

  test('scheduled, on AWS: shows the week, the next changes and the bounds', () => {
    const one = ofFunction({ utilization: { min: 2, max: 50 }, scheduled: [office] }, 'aws-pulumi');
    expect(one).toMatchObject({ strategy: 'utilization+scheduled', is: 'approximated' });
    expect(one.sentences[0]).toBe('Warm environments: Mon–Fri 08:00–18:00 Europe/Berlin: 20, otherwise 2.');
    expect(one.sentences[1]).toBe(
      'Now 20; 2 from Tue 24 Nov 18:00 Europe/Berlin; 20 from Wed 25 Nov 08:00 Europe/Berlin.',
    );
    expect(text(one)).toContain('up to 50 (100 in window office-hours)');
    expect(text(one)).toContain('Limit: 100 concurrent calls');
    expect(one.warm.slice(0, 2)).toEqual([
      { from: '2026-11-24T13:34:00Z', workers: 20 },
      { from: '2026-11-24T17:00:00Z', workers: 2 },
    ]);
    expect(one.instanceHours).toBe(5_370.71);
    expect(one.sentences.filter((sentence) => sentence.startsWith('Approximated: scheduled'))).toHaveLength(3);
  });

  test('scheduled without a base, on GCP: keeps the number of its windows, above the default maximum too', () => {
    const one = ofFunction({ scheduled: [{ ...office, min: 200, max: 300 }] }, 'gcp-cdktf');
    expect(one.sentences[0]).toBe('Warm instances: Mon–Fri 08:00–18:00 Europe/Berlin: 200, otherwise 0.');
    expect(text(one)).toContain('at most 300 instances');
    expect(one.strategy).toBe('scheduled');
    expect(text(one)).toContain('applies to it immediately');
  });

  test('with windows by the day of the month is averaged over a year', () => {
    const sale = { name: 'sale', start: '0 0 24 11 *', end: '0 0 1 12 *', min: 9 };
    const one = ofFunction({ scheduled: [sale] }, 'aws-cdk');
    expect(one.sentences[0]).toBe('Warm environments: from "0 0 24 11 *" to "0 0 1 12 *" UTC: 9, otherwise 0.');
    expect(one.sentences[1]).toBe('Now 9; 0 from Tue 1 Dec 00:00 UTC; 9 from Wed 24 Nov 2027 00:00 UTC.');
    expect(text(one)).toContain('averaged over a year');
  });
});

describe('a service', () => {
  test.each<[what: string, spec: object, target: Target, warm: number, instanceHours: number, says: string[]]>([
    ['plain', {}, 'aws-cdk', 1, 730, ['1 container always runs', 'adds no containers for a burst', 'never drops']],
    [
      'plain',
      {},
      'gcp-cdktf',
      1,
      730,
      ['Exactly 1 instance runs', 'adds no instances', '429', 'divides the instances'],
    ],
    ['public', { ingress: 'public', host: 'a.example.com' }, 'aws-cdk', 1, 730, ['returns 503']],
    [
      'dynamic',
      { ingress: 'public', host: 'a.example.com', coldStart: { dynamic: { min: 2, max: 4 } } },
      'aws-pulumi',
      2,
      1_460,
      ['2 containers always run', 'more than 4,800 requests per minute', 'up to 4.', 'at most 2,920', 'Approximated'],
    ],
    [
      'dynamic, with a rate of its own',
      {
        ingress: 'public',
        host: 'a.example.com',
        requestsPerMinute: 900,
        coldStart: { dynamic: { min: 2, max: 4 } },
      },
      'aws-cdk',
      2,
      1_460,
      ['more than 900 requests per minute each: up to 4.'],
    ],
    ['always with its CPU', { cpuAlways: true }, 'gcp-cdktf', 1, 730, ['bills the whole lifetime of an instance']],
    [
      'dynamic',
      { coldStart: { dynamic: { min: 0, max: 4 } } },
      'gcp-pulumi',
      0,
      0,
      ['Nothing is kept', 'at most 4 instances'],
    ],
    [
      'utilization',
      { coldStart: { utilization: { min: 2, max: 4, target: 0.5 } } },
      'aws-cdk',
      2,
      1_460,
      ['average CPU exceeds 50%', 'the running containers handle a burst'],
    ],
    [
      'utilization',
      { coldStart: { utilization: { min: 2, max: 4 } } },
      'gcp-cdktf',
      2,
      1_460,
      ['reach 60% of their CPU or of their concurrency', 'Approximated'],
    ],
    [
      'utilization',
      { coldStart: { utilization: { min: 2, max: 4 } } },
      'gcp-pulumi',
      2,
      1_460,
      ['reach 70% of their CPU, or 95% of their concurrency'],
    ],
  ])('%s: %j on %s', (_, spec, target, warm, instanceHours, says) => {
    const one = ofService(spec, target);
    expect(one).toMatchObject({ warm: [{ workers: warm }], instanceHours });
    for (const said of says) expect(text(one)).toContain(said);
  });

  test.each<[target: Target, says: string]>([
    ['aws-cdk', 'up to 50 (100 in window office-hours).'],
    ['gcp-cdktf', 'Scales to at most 100 instances'],
  ])('scheduled, on %s', (target, says) => {
    const one = ofService({ coldStart: { utilization: { min: 2, max: 50 }, scheduled: [office] } }, target);
    expect(one).toMatchObject({ is: 'approximated', instanceHours: 5_370.71 });
    expect(one.warm).toHaveLength(11);
    expect(text(one)).toContain('Mon–Fri 08:00–18:00 Europe/Berlin: 20, otherwise 2');
    expect(text(one)).toContain(says);
  });

  test('refused by a target is explained with an alternative', () => {
    expect(ofService({ coldStart: { dynamic: { max: 4 } } }, 'aws-cdk')).toMatchObject({
      is: 'refused',
      warm: [],
      instanceHours: 0,
      sentences: [expect.stringMatching(/^Refused: .*ingress: none/), 'Instead: use utilization, or provisioned.'],
    });
  });
});

test('a price adds the monthly cost, with its upper bound under scaling', () => {
  expect(text(ofFunction({ provisioned: 5 }, 'aws-cdk', { price: 0.0149 }))).toContain(
    'At 0.0149 per hour: 54.39 per month.',
  );
  expect(text(ofFunction({ utilization: { min: 1, max: 10 } }, 'aws-cdk', { price: 1.5 }))).toContain(
    'At 1.5 per hour: at least 1,095.00 per month, at most 10,950.00.',
  );
});

test('a parameter without a value is named, with the way to set it', () => {
  const unset = { 'functions.f.coldStart.provisioned': 'size', 'functions.f2.coldStart.provisioned': 'other' };
  const one = ofFunction({}, 'aws-cdk', { unset });
  expect(one.sentences.filter((sentence) => sentence.startsWith('Not included'))).toEqual([
    expect.stringMatching(/^Not included: provisioned, because the parameter size has no value \(.*--param size=/),
  ]);
});

describe('explanations as text', () => {
  const plain = { good: String, fair: String, bad: String, dim: String };
  const functions = {
    f: { ...plainFunction, coldStart: { utilization: { min: 2, max: 50 }, scheduled: [office] } },
    g: plainFunction,
  };
  const services = { s: { image: 'nginx', coldStart: { dynamic: { min: 1, max: 4 } } } };
  const said = formatExplanations(explain({ foundation: { ingress: { insecure: true } }, functions, services }), plain);

  test('wrap at 100 columns', () => {
    expect(said.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(said).not.toMatch(/ $/m);
  });

  test('show a sentence once for both targets of a cloud', () => {
    expect(said).toContain('functions.f  utilization + scheduled\n\n  on AWS (aws-cdk, aws-pulumi)  ~ approximated\n');
    expect(said).toContain('  on Google Cloud (gcp-cdktf, gcp-pulumi)  = exact\n');
    expect(said).toContain('  on AWS (aws-cdk, aws-pulumi)  x refused\n');
    expect(said.match(/Warm environments/g)).toHaveLength(1);
    expect(said).toContain('    - On aws-pulumi, scheduled is also rendered as');
  });
});
