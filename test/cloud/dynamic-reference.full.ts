import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { propSource } from '../../lib/settings/flags';

const dynamic = '{{resolve:ssm:/shop/gateway-url:1}}';

/** Errors in an architecture that is given as an object. */
function errorsIn(tree: object, parameters: Readonly<Record<string, string>> = {}): string[] {
  try {
    resolve(load(tree), [propSource(parameters)], { checks: check });
    return [];
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    return error.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path}: ${message}`);
  }
}

/** Paths of all texts in a value. */
function* textsIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) yield* textsIn(child, [...path, key]);
}

describe('a dynamic reference of CloudFormation anywhere in an architecture', () => {
  const folder = join(__dirname, '../vendor');
  const architectures = ['everything.yaml', 'refused-on-aws.yaml'].map(
    (file) => parse(readFileSync(join(folder, file), 'utf8')) as object,
  );
  // Not in a template: a description and divergences are for people, `$schema` is for editors, code is an asset, named
  // after its content.
  const elsewhere =
    /^(?:\$schema$|description$|parameters\.\w+\.description$|divergences\.|functions\.\w+\.code|.*\.gcp$)/;
  const places = architectures.flatMap((architecture, index) =>
    [...textsIn(architecture)].map((path) => [path.join('.'), index, path] as const),
  );

  test('is refused in a value from outside', () => {
    const tree = {
      name: 'shop',
      targets: ['aws-cdk'],
      parameters: { mode: { type: 'string' } },
      foundation: { ingress: { insecure: true } },
      services: { web: { image: 'nginx', environment: { MODE: 'a ${parameters.mode}' } } },
    };
    const refused = 'is refused on aws-cdk: CloudFormation replaces {{resolve:…}} with a parameter or a secret';
    expect(errorsIn(tree, { mode: dynamic })).toEqual([
      expect.stringContaining(`services.web.environment: ${refused}`),
    ]);
    expect(errorsIn(tree, { mode: 'plain' })).toEqual([]);
  });

  test.each(places)('is refused in %s, or is in no template', (place, index, path) => {
    const tree: Record<string, unknown> = { ...structuredClone(architectures[index]), targets: ['aws-cdk'] };
    const holder = path.slice(0, -1).reduce((at: Record<string, unknown>, key) => at[key] as never, tree);
    holder[path.at(-1)!] = dynamic;
    const found = errorsIn(tree);
    if (elsewhere.test(place) || path[0] === 'targets')
      expect(found).not.toContain(expect.stringContaining('{{resolve'));
    else expect(found).not.toEqual([]);
  });
});
