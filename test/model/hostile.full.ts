import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';

const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
const file = path.join(folder, 'x.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

/** Every problem has a message, and none of them is the schema library's own. */
function survives(make: () => unknown): void {
  try {
    make();
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    expect(error.message).not.toMatch(/Invalid|undefined|NaN:|\[object/);
  }
}

const valid = `name: shop
parameters: { n: { type: number, default: 5 } }
functions:
  a: { runtime: go1.26, code: ./a, handler: x, environment: { T: "\${tables.t.name}" }, uses: { tables.t: read } }
services: { web: { image: nginx, cpu: 0.5, healthCheck: { path: /x }, coldStart: { provisioned: "\${parameters.n}" } } }
apis: { p: { routes: { "GET /x/{id}": functions.a } } }
tables: { t: { partitionKey: { name: id, type: string } } }
outputs: { url: "\${apis.p.url}" }
`;

test('resolve: describes the damage to a file in words, or accepts it', () => {
  const damage = fc.constantFrom(
    '',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\n',
    '\t',
    '  ',
    '- ',
    '${',
    '$',
    '*t',
    '&t ',
    '!!str ',
    '"',
    "'",
    '5',
    '~',
    '|',
    '>',
    '#',
    '---\n',
    'true',
  );
  fc.assert(
    fc.property(fc.nat(valid.length), fc.nat(12), damage, (start, length, text) => {
      writeFileSync(file, valid.slice(0, start) + text + valid.slice(start + length));
      survives(() => resolve(load(file), []));
    }),
    { numRuns: 400 },
  );
});

test('resolve: describes the problems of any plain data in words, or accepts it', () => {
  const leaf = fc.constantFrom<unknown>(
    null,
    true,
    0,
    1.5,
    '',
    'x',
    '${parameters.n}',
    '${tables.t.name}',
    '${',
    [],
    {},
    'functions.a',
    'public',
  );
  const name = fc.constantFrom(
    'name',
    'functions',
    'services',
    'apis',
    'tables',
    'outputs',
    'parameters',
    'foundation',
    'targets',
    'tags',
    'a',
    't',
    'n',
    'type',
    'default',
    'code',
    'aws',
    'routes',
    'GET /',
    'to',
    'environment',
    'uses',
    'tables.t',
    'coldStart',
    'queues',
    'image',
    'ingress',
    'runtime',
    'handler',
    'existing',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(name, tree, { maxKeys: 8 }), (architecture) => {
      survives(() => resolve(load(architecture), []));
      survives(() => resolve(load(architecture), [], { typesOnly: true }));
    }),
    { numRuns: 400 },
  );
});

test('resolve: time is not quadratic in the size of an architecture', () => {
  const timeOf = (count: number): number => {
    const functions = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `f${index}`,
        {
          runtime: 'go1.26',
          code: './a',
          handler: 'x',
          environment: { N: `\${functions.f${index + 1}.name}`, M: '${parameters.n}' },
        },
      ]),
    );
    functions[`f${count}`] = { runtime: 'go1.26', code: './a', handler: 'x', environment: {} } as never;
    const source = load({ name: 'shop', parameters: { n: { type: 'string', default: 'x' } }, functions });
    const start = performance.now();
    resolve(source, []);
    return performance.now() - start;
  };
  timeOf(200);
  expect(timeOf(4_000) / timeOf(400)).toBeLessThan(60);
});
