import { planGcp, type GcpPlan } from '../../lib/cloud/gcp/architecture';
import { architectureSpec } from '../../lib/model/architecture';
import { TextWithReferences } from '../../lib/model/text';

/** A plan of an architecture that is written as an object; any file stands for the code of its functions. */
export function planOf(architecture: object, env?: string): GcpPlan {
  const resolved = architectureSpec.parse({ name: 'shop', ...architecture });
  const archive = { path: __filename, sha256: '0'.repeat(64), empty: false, bytes: 0 };
  const archives = Object.fromEntries(Object.keys(resolved.functions).map((name) => [name, archive]));
  return planGcp(resolved, archives, env);
}

/** A text that is nothing but a reference to a service's address. */
export const urlOf = (service: string): TextWithReferences =>
  new TextWithReferences([{ kind: 'services', element: service, attribute: 'url' }]);

/** A service with something in every field. */
export const everything = {
  image: 'nginx',
  command: ['sh', '-c', 'echo "${HOME}"'],
  port: 80,
  environment: { ZONE: 'a', MODE: '${x}%{y}', OTHER: urlOf('other') },
  cpu: 4,
  memoryMiB: 1_024,
  ingress: 'public',
  healthCheck: { path: '/health?a=${b}', intervalSeconds: 300, timeoutSeconds: 7, unhealthyCount: 10 },
  coldStart: { provisioned: 3 },
};

export const other = { image: 'other', ingress: 'public' };
