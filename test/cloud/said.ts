import { check } from '../../lib/cloud/check';
import { architectureSpec } from '../../lib/model/architecture';
import { formatPath } from '../../lib/model/problem';

/** Everything that is found in an architecture on its targets, a line each: all four targets where it names none. */
export const said = (spec: object): string[] =>
  check(architectureSpec.parse({ name: 'shop', ...spec })).map(
    ({ severity = 'error', path, message, hint }) =>
      `${severity === 'error' ? '' : 'warning: '}${formatPath(path)}: ${message}${hint ? ` (${hint})` : ''}`,
  );

/** The errors among them. */
export const errors = (spec: object): string[] => said(spec).filter((line) => !line.startsWith('warning: '));

export const onAws = { targets: ['aws-cdk', 'aws-pulumi'] } as const;
export const onGcp = { targets: ['gcp-cdktf', 'gcp-pulumi'] } as const;

/** A function `a` with some more fields. */
export const fn = (fields: object = {}) =>
  ({
    functions: {
      a: { runtime: 'nodejs22', code: 'code', handler: { aws: 'index.handler', gcp: 'handler' }, ...fields },
    },
  }) as const;

/** A service `web` with some more fields, and the foundation that it needs. */
export const service = (fields: object = {}) =>
  ({ foundation: { ingress: { insecure: true } }, services: { web: { image: 'nginx', ...fields } } }) as const;
