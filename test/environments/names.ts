import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../lib/model/target';
import { fileOf } from '../artefact-file';
import { differencesIn, linesOf, render, type Written } from '../rendering';

const text = readFileSync(join(__dirname, '../vendor/everything.yaml'), 'utf8');

/** Texts with the architecture's name that name nothing in an account. */
const harmless: readonly RegExp[] = [
  // The stamp, and the project of a Pulumi program, whose stack is the environment.
  /^everything$/,
  /^urn:pulumi:prod::everything::/,
];

/** The environment in a name; where that was cut short, it is part of the hash. */
const hasEnvironment = /everything(?:-prod|_prod_|\/prod\/)|^everything-[a-z-]+-[0-9a-f]{8}$/;

/** Renders an architecture, and collects the texts in the artifact that have its name in them. */
async function textsOf(written: Written, stack: string, target: Target): Promise<readonly string[]> {
  const rendering = await render(written, target);
  expect(linesOf(differencesIn(rendering))).toEqual([]);
  const artefact = readFileSync(join(rendering.folder, fileOf[target](stack)), 'utf8');
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(JSON.parse(artefact));
  return [...texts].filter((one) => one.includes('everything')).sort();
}

/** Tests that two environments of one architecture can be in one account. */
export function describeEnvironments(target: Target): void {
  test('every name has the environment in it, and two environments have none in common', async () => {
    const dev = await textsOf({ text }, 'everything', target);
    const prod = await textsOf({ text, env: 'prod' }, 'everything-prod', target);
    const named = prod.filter((one) => !harmless.some((pattern) => pattern.test(one)));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((one) => !hasEnvironment.test(one))).toEqual([]);
    expect(named.filter((one) => dev.includes(one))).toEqual([]);
    expect(dev.filter((one) => one.includes('prod'))).toEqual([]);
  });
}
