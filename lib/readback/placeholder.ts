import type { SecretFact } from '../facts/secret';

/** What stands where a value will, as the documentation says. */
const placeholder = 'triptych: no value has been set';

/** Whether a text is what a secret has to be made with; what else it is isn't repeated, since it may be a value. */
export function readPlaceholder(text: unknown): SecretFact['holds'] | undefined {
  if (typeof text !== 'string') return undefined;
  return text === placeholder ? 'the placeholder' : 'something else';
}
