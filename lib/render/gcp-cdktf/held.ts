import { Token } from 'cdktf';
import type { Holder } from '../../settings/held';

/** Recognizes CDKTF's tokens, and expressions of Terraform that a program writes itself. */
export const held: Holder = (value) => {
  if (!Token.isUnresolved(value) && !isExpression(value)) return undefined;
  return { engine: 'CDKTF', is: typeof value === 'number' ? 'number' : Array.isArray(value) ? 'list' : 'text' };
};

/** `$${` is Terraform's spelling of a literal `${`. */
const isExpression = (value: unknown): boolean => typeof value === 'string' && /(?<!\$)\$\{/.test(value);
