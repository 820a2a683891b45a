import { check } from '../../lib/cloud/check';
import { architectureSpec, type ArchitectureSpec } from '../../lib/model/architecture';
import { formatPath } from '../../lib/model/problem';
import { targets } from '../../lib/model/target';

const withService = (spec: object): Partial<ArchitectureSpec> => ({
  foundation: {},
  services: { web: { image: 'nginx', ...spec } },
  secrets: { token: {} },
});

const warned = (rest: Partial<ArchitectureSpec>): string[] =>
  check(architectureSpec.parse({ name: 'shop', ...rest }))
    .filter(({ message }) => message.includes('placeholder'))
    .map(({ severity, path }) => `${severity} ${formatPath(path)}`);

test.each(targets)('services: warns on %s that the first deployment starts with placeholders', (target) =>
  expect(warned({ ...withService({ secrets: { TOKEN: 'token' } }), targets: [target] })).toEqual([
    'warning services.web.secrets',
  ]),
);

test('services: warns once for all targets, and of no service or function that reads no value when it starts', () => {
  expect(warned(withService({ secrets: { TOKEN: 'token' } }))).toHaveLength(1);
  expect(warned(withService({ uses: { 'secrets.token': 'read' } }))).toEqual([]);
});
