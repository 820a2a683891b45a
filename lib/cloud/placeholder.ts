import type { ResolvedArchitecture } from '../model/architecture';
import type { Finding } from '../model/problem';

/**
 * Warns of services with secrets: a container starts with the placeholder on the first deployment, which fails if the
 * container exits on it. No cloud can fill a secret between creating it and starting the container.
 */
export const placeholderWarnings = ({ services }: ResolvedArchitecture): Finding[] =>
  Object.entries(services)
    .filter(([, { secrets }]) => Object.keys(secrets).length > 0)
    .map(([name]) => ({
      severity: 'warning',
      path: ['services', name, 'secrets'],
      message: 'hold a placeholder on the first deployment, which fails if the container exits on it',
      hint: 'deploy the secrets first and set their values, as docs/secrets.md describes, or let the container start without them',
    }));
