import type { ExistingPlan } from '../cloud/existing';
import type { Owner, Part } from '../cloud/part';
import type { EngineValue } from '../model/engine-value';

/**
 * From the parts that a plan points at to an engine's own tokens. An element provides its parts when it is rendered;
 * what is pointed at is rendered first, so a part that isn't there yet is a fault in the plan's order.
 */
export class PartTable<Token> {
  private readonly tokens = new Map<string, Token>();

  /** @param held by parameter, the values that only the engine has, as the app gave them */
  constructor(private readonly held: Readonly<Record<string, unknown>>) {}

  provide(of: Owner, part: string, attributes: Readonly<Record<string, Token>>): void {
    for (const [attribute, token] of Object.entries(attributes)) this.tokens.set(key({ of, part, attribute }), token);
  }

  /** Provides the parts of resources that something else owns. */
  provideExisting(this: PartTable<Token | string>, existing: readonly ExistingPlan[]): void {
    for (const { element, part, attributes } of existing) this.provide(element, part, attributes);
  }

  token(part: Part): Token {
    const token = this.tokens.get(key(part));
    if (token === undefined) throw new Error(`nothing has provided ${key(part)} yet`);
    return token;
  }

  /** The value that the app gave for a parameter. */
  given({ parameter }: EngineValue): unknown {
    return this.held[parameter];
  }
}

const key = ({ of, part, attribute }: Part): string => `${of}/${part}/${attribute}`;
