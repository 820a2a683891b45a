import type { AwsSecretFact, GcpSecretFact } from '../facts/secret';

/** The placeholder that a secret is created with, as docs/secrets.md states it. */
const placeholder = 'triptych: no value has been set';

/** Reads that a text is the placeholder. Any other text may be a secret value, so it isn't repeated. */
export function readPlaceholder(text: unknown): (AwsSecretFact & GcpSecretFact)['holds'] | undefined {
  if (typeof text !== 'string') return undefined;
  return text === placeholder ? 'the placeholder' : 'something else';
}
