import { planAws, type AwsPlan } from '../../lib/cloud/aws/architecture';
import { architectureSpec } from '../../lib/model/architecture';

/** A plan of an architecture that is written as an object, without functions. */
export const planOf = (architecture: object, env?: string): AwsPlan =>
  planAws(
    architectureSpec.parse({ name: 'shop', foundation: { ingress: { insecure: true } }, ...architecture }),
    {},
    env,
  );

export const nginx = { image: 'nginx', port: 80 };
