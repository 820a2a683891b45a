import type { ResolvedArchitecture } from '../model/architecture';
import { ownIn } from '../model/existing';
import { elementId } from '../model/name';
import type { Finding } from '../model/problem';
import { othersToo } from './others';

/**
 * Warns of services with secrets, once for all: a container starts with the placeholder on the first deployment, which
 * fails if the container exits on it. No cloud can fill a secret between creating it and starting the container.
 */
export function placeholderWarnings({ services, secrets }: ResolvedArchitecture): Finding[] {
  // A secret that something else owns has a value.
  const own = ownIn(secrets);
  const [first, ...others] = Object.keys(services).filter((name) =>
    Object.values(services[name]!.secrets).some((secret) => Object.hasOwn(own, secret)),
  );
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      path: ['services', first, 'secrets'],
      message:
        'hold a placeholder on the first deployment, which fails if the container exits on it' +
        othersToo(others.map((name) => elementId('services', name))),
      hint:
        'first deploy the architecture without the services and set the values of the secrets, then deploy all of it; ' +
        'or let the container start without the values',
    },
  ];
}
