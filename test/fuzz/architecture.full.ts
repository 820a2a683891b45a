import fc from 'fast-check';
import { parse } from 'yaml';
import { architectureSpec } from '../../lib/model/architecture';
import { architecture, type Valid } from './architecture';
import { counterexample } from './counterexample';
import { fieldsIn, fieldsOf } from './fields';
import { Broken, sameInEveryForm, sameInEveryOrder, validates } from './properties';
import { run } from './run';
import { Workshop } from './workshop';

const workshop = new Workshop();
afterAll(() => workshop.clear());

/**
 * What exists already, and its form on Google Cloud of HTTPS, which is refused: identifiers have to agree with each other
 * and with the targets. Architectures of test/vendor have each of them.
 */
const isNotDrawn = (field: string): boolean => /(?:^|\.)existing(?:\.|$)|^foundation\.ingress\.https\.gcp/.test(field);

test('every field of the model is in some random architecture, with each of the words that it may have', () => {
  const seen = new Set(
    fc.sample(architecture, { numRuns: 3_000, seed: 5 }).flatMap(({ tree }) => fieldsIn(tree, architectureSpec)),
  );
  const all = fieldsOf(architectureSpec);
  expect(all.length).toBeGreaterThan(150);
  // They are texts like those of an environment, and then refused: an output is one reference.
  const never = ['outputs.* as a number', 'outputs.* as a boolean'];
  expect(all.filter((field) => !seen.has(field) && !isNotDrawn(field))).toEqual(never);
});

test('any architecture is the same in every form and in every order, and validate finds no error in it', async () => {
  const { failure, architectures } = await run({ runs: 200, seed: 2, targets: [], workshop });
  if (failure !== undefined) throw new Error(failure);
  expect(architectures).toBe(200);
});

test('an architecture of which something does not hold is shown as YAML that means it', () => {
  const [valid] = fc.sample(architecture, { numRuns: 1, seed: 3 }) as [Valid];
  const found = Array.from({ length: 12 }, (_, index) => `functions.a.memoryMiB: ${index}`);
  const text = counterexample(
    { ...valid, parameters: { x: "it's" }, withoutCode: true },
    new Broken('reads back as what the model promises', found, 'gcp-cdktf'),
    7,
  );
  expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([
    '# gcp-cdktf: fails: reads back as what the model promises',
    ...found.slice(0, 10).map((line) => `# ${line}`),
    '# and 2 more',
    "# seed 7; triptych verify architecture.yaml --target gcp-cdktf --param 'x=it'\\''s' --without-code",
  ]);
  expect(parse(text)).toEqual(valid.tree);
});

test.each([
  ['a form that means something else', { tree: { name: 'a', x: 1 } }],
  ['an error that nobody expects', { tree: { name: 'a', functions: { f: {} } } }],
])('fails for %s', (_, wrong) => {
  const valid = {
    parameters: {},
    defaultsHold: true,
    targets: [],
    withoutCode: false,
    refused: { aws: [], gcp: [] },
    ...wrong,
  } as Valid;
  for (const property of [sameInEveryForm, sameInEveryOrder, validates])
    expect(() => property(valid, workshop)).toThrow(Broken);
});
