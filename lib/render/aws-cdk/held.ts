import { SecretValue, Token, Tokenization } from 'aws-cdk-lib';
import type { Holder } from '../../settings/held';

/**
 * Recognizes CDK's tokens. A `SecretValue` is refused: CDK would write its content, or a reference that CloudFormation
 * replaces with it, into an environment that everyone can read who may read the function.
 */
export const held: Holder = (value) => {
  if (!Token.isUnresolved(value)) return undefined;
  const is = isSecret(value) ? 'secret' : typeof value === 'number' ? 'number' : Array.isArray(value) ? 'list' : 'text';
  return { engine: 'CDK', is };
};

const isSecret = (value: unknown): boolean =>
  typeof value === 'string'
    ? Tokenization.reverseString(value).tokens.some(SecretValue.isSecretValue)
    : SecretValue.isSecretValue(value);
