import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../lib/model/target';
import { fileOf } from '../artefact-file';
import { differencesIn, linesOf, render, type Rendering, type Written } from '../rendering';

const read = (name: string): string => readFileSync(join(__dirname, '../vendor', `${name}.yaml`), 'utf8');
const text = read('everything');

/** Architectures with every kind of name, by their own names. */
const architectures = { everything: text, netted: read('own-network') };

/** Texts with the architecture's name that name nothing in an account. */
const harmless = (name: string): readonly RegExp[] => [
  // The stamp, and the project of a Pulumi program, whose stack is the environment.
  new RegExp(`^${name}$`),
  new RegExp(`^urn:pulumi:prod::${name}::`),
];

/** The environment in a name; where that was cut short, it is part of the hash. */
const hasEnvironment = (name: string): RegExp =>
  new RegExp(`${name}(?:-prod|_prod_|/prod/)|^${name}-[a-z-]+-[0-9a-f]{8}$`);

/** Edits of an artifact's text that change its environment somewhere, and the path of the difference. */
const edits: readonly (readonly [what: string, from: RegExp, to: string, path: RegExp, only?: Target])[] = [
  ['a stamp of another environment', /"env": ?"prod"/, '"env": "qa"', /^env$/],
  ['a stamp without an environment', /"env": ?"prod",/, '', /^env$/],
  ['a name of another environment', /"everything-prod-own"/, '"everything-own"', /^apis\.own\.displayName$/, 'aws-cdk'],
  [
    'a name of another environment',
    /"everything-prod-own"/,
    '"everything-own"',
    /^apis\.own\.displayName$/,
    'aws-pulumi',
  ],
  ['an export of another environment', /\/everything\/prod\//, '/everything/dev/', /^foundation/, 'aws-cdk'],
  ['an export of another environment', /\/everything\/prod\//, '/everything/dev/', /^foundation/, 'aws-pulumi'],
  [
    'a document of another environment',
    /"triptych-everything-prod-/,
    '"triptych-everything-dev-',
    /^foundation/,
    'gcp-cdktf',
  ],
  [
    'a document of another environment',
    /"triptych-everything-prod-/,
    '"triptych-everything-dev-',
    /^foundation/,
    'gcp-pulumi',
  ],
];

/** Renders an architecture, and collects the texts in the artifact that have its name in them. */
async function textsOf(name: string, written: Written, target: Target): Promise<readonly string[]> {
  const rendering = await render(written, target);
  expect(linesOf(differencesIn(rendering))).toEqual([]);
  const stack = written.env === undefined ? name : `${name}-${written.env}`;
  const artefact = readFileSync(join(rendering.folder, fileOf[target](stack)), 'utf8');
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(JSON.parse(artefact));
  return [...texts].filter((one) => one.includes(name)).sort();
}

/** Tests that the environment of an artifact is compared. */
function describeEdits(target: Target): void {
  let rendering: Rendering;
  let file: string;
  beforeAll(async () => {
    rendering = await render({ text, env: 'prod' }, target);
    file = join(rendering.folder, fileOf[target]('everything-prod'));
  });

  const mine = edits
    .filter(([, , , , only = target]) => only === target)
    .map(([what, from, to, path]) => [what, from, to, path] as const);
  test.each(mine)('differs with %s', (_, from, to, path) => {
    const before = readFileSync(file, 'utf8');
    expect(before).toMatch(from);
    writeFileSync(file, before.replace(from, to));
    try {
      expect(differencesIn(rendering).map((one) => one.path)).toContainEqual(expect.stringMatching(path));
    } finally {
      writeFileSync(file, before);
    }
  });
}

/** Tests that two environments of one architecture can be in one account. */
export function describeEnvironments(target: Target): void {
  test.each(Object.entries(architectures))('%s: two environments have no name in common', async (name, written) => {
    const dev = await textsOf(name, { text: written }, target);
    const prod = await textsOf(name, { text: written, env: 'prod' }, target);
    const named = prod.filter((one) => !harmless(name).some((pattern) => pattern.test(one)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => !hasEnvironment(name).test(one))).toEqual([]);
    expect(named.filter((one) => dev.includes(one))).toEqual([]);
    expect(dev.filter((one) => one.includes('prod'))).toEqual([]);
  });
  describeEdits(target);
}
