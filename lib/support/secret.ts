import type { ResolvedSecret } from '../model/secret';
import type { Rule } from './rule';

export const secretRules: readonly Rule<ResolvedSecret>[] = [
  {
    path: 'secrets.retain',
    value: 'true',
    on: ['gcp-cdktf'],
    is: 'approximated',
    becomes: 'a refusal of the whole destroy, until the secret is taken out of the state',
    reason: 'Terraform knows prevent_destroy, and nothing that leaves a resource behind',
    applies: ({ element }) => element.retain,
  },
];

/** Promises about secrets that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = {
  aws: { encrypted: 'Secrets Manager encrypts every value at rest', tlsOnly: 'its API speaks TLS only' },
  gcp: { encrypted: 'Secret Manager encrypts every value at rest', tlsOnly: 'its API speaks TLS only' },
} as const;
