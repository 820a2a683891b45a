import type { Owner, Part } from '../cloud/part';

/**
 * From the parts that a plan points at to an engine's own tokens. An element provides its parts when it is rendered;
 * what is pointed at is rendered first, so a part that isn't there yet is a fault in the plan's order.
 */
export class PartTable<Token> {
  private readonly tokens = new Map<string, Token>();

  provide(of: Owner, part: string, attributes: Readonly<Record<string, Token>>): void {
    for (const [attribute, token] of Object.entries(attributes)) this.tokens.set(key({ of, part, attribute }), token);
  }

  token(part: Part): Token {
    const token = this.tokens.get(key(part));
    if (token === undefined) throw new Error(`nothing has provided ${key(part)} yet`);
    return token;
  }
}

const key = ({ of, part, attribute }: Part): string => `${of}/${part}/${attribute}`;
