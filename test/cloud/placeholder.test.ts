import { check } from '../../lib/cloud/check';
import { architectureSpec, type ArchitectureSpec } from '../../lib/model/architecture';
import { formatPath } from '../../lib/model/problem';
import { targets } from '../../lib/model/target';

const withService = (spec: object): Partial<ArchitectureSpec> => ({
  foundation: { ingress: { insecure: true } },
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

test('services: warns once of all services with secrets, and says the two steps', () => {
  const web = { image: 'nginx', secrets: { TOKEN: 'token' } };
  const architecture = {
    name: 'shop',
    foundation: { ingress: { insecure: true } },
    services: { a: web, b: { image: 'nginx' }, c: web },
    secrets: { token: {} },
  };
  const found = check(architectureSpec.parse(architecture)).filter(({ message }) => message.includes('placeholder'));
  expect(found).toEqual([
    {
      severity: 'warning',
      path: ['services', 'a', 'secrets'],
      message:
        'hold a placeholder on the first deployment, which fails if the container exits on it; the same applies to services.c',
      hint:
        'first deploy the architecture without the services and set the values of the secrets, then deploy all of it; ' +
        'or let the container start without the values',
    },
  ]);
});
