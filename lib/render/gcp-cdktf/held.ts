import { Token } from 'cdktf';
import type { HeldValue } from '../../model/parameters';
import type { Holder } from '../../settings/held';

/** Recognizes CDKTF's tokens. */
export const heldToken: Holder = (value) => (Token.isUnresolved(value) ? describe(value) : undefined);

/** Recognizes CDKTF's tokens, and expressions of Terraform that a program writes itself. */
export const held: Holder = (value) => (isExpression(value) ? describe(value) : heldToken(value));

function describe(value: unknown): HeldValue {
  return { engine: 'CDKTF', is: typeof value === 'number' ? 'number' : Array.isArray(value) ? 'list' : 'text' };
}

/** `$${` is Terraform's spelling of a literal `${`. */
const isExpression = (value: unknown): boolean => typeof value === 'string' && /(?<!\$)\$\{/.test(value);
