/*
 * What the readers of formats make of an engine's notation. These are classes, so that a map in an artifact is never
 * taken for one, whatever its keys are. Only what is made here is made.
 */

/** A value in an artifact that points at an attribute of another resource, or at a value of the engine's. */
export class Pointer {
  declare private readonly isMade: true;

  constructor(
    /** A resource's address, or the name of what isn't a resource: `config`, `var`, `AWS`. */
    readonly at: string,
    readonly attribute: string,
  ) {}
}

/** A text with references: literals, pointers and expressions, one after another. */
export class Join {
  declare private readonly isMade: true;

  constructor(readonly join: readonly unknown[]) {}
}

/** An expression of an engine that isn't a reference, as its text. */
export class Expression {
  declare private readonly isMade: true;

  constructor(readonly expression: string) {}

  /** The addresses in it: of resources and data sources, local values, modules. */
  get addresses(): readonly string[] {
    const dense = this.expression.replace(/\s*\.\s*/g, '.');
    return [...dense.matchAll(/(?:\bdata\.)?\b[a-z][a-z0-9_-]*\.[A-Za-z_][A-Za-z0-9_-]*/g)].map(([address]) => address);
  }
}

/** True for a value that a reader made from an engine's notation. */
export const isMade = (value: unknown): value is Pointer | Join | Expression =>
  value instanceof Pointer || value instanceof Join || value instanceof Expression;

/** Tests that a value is a pointer, which readers treat as one value. */
export const isPointer = (value: unknown): value is Pointer => value instanceof Pointer;

/** The pieces of a text with references; of any other value, only itself. */
export const piecesOf = (value: unknown): readonly unknown[] => (value instanceof Join ? value.join : [value]);

/** A text as it is; any other value as JSON, since a map with a `toString` of its own can't be turned into a text. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : String(JSON.stringify(value)));

/** Tests that an address is a question to a provider of Pulumi. A program that asks the same gets the same answer. */
export const isAnswer = (address: string): boolean => /^(?!urn:)[\w-]+:[\w/-]*:\w+/.test(address);
