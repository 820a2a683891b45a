/**
 * A text as an artifact states it: in the model's own form, such as `${tables.orders.name}`. A text with anything else in
 * it is a map: `{ at, attribute }` for a value of a resource outside the architecture, `{ expression }`, `{ "Fn::…" }`,
 * `{ secret }` for a secret of Pulumi, `{ written }` for what is no text at all, or `{ join }` of several pieces.
 */
export type TextFact = string | OutsideFact;

/** A value that the model has no form for. */
export type OutsideFact = Readonly<Record<string, unknown>>;

/**
 * Joins pieces of a text. Neighboring strings become one, and a single piece stays what it is. A text with a secret in it
 * is a secret.
 */
export function joinFacts(pieces: readonly TextFact[]): TextFact {
  const secret = pieces.find((piece) => typeof piece !== 'string' && piece['secret'] === true);
  if (secret !== undefined) return secret;
  const merged: TextFact[] = [];
  for (const piece of pieces.flatMap(piecesOf)) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else if (piece !== '') merged.push(piece);
  }
  const [first = '', ...others] = merged;
  return others.length === 0 ? first : { join: merged };
}

const piecesOf = (fact: TextFact): readonly TextFact[] =>
  typeof fact !== 'string' && Array.isArray(fact['join']) ? (fact['join'] as TextFact[]) : [fact];

/**
 * Tests that a value states something that the model has no form for, and so is compared as a whole. A map of elements or
 * of variables may have one of these words as its only name.
 */
export function isOutside(value: object): boolean {
  const entries = Object.entries(value);
  if (entries.length === 2) return 'at' in value && 'attribute' in value;
  const [[key, stated] = ['', undefined]] = entries as [string, unknown][];
  if (entries.length !== 1) return false;
  if (key === 'secret') return stated === true;
  if (key === 'join') return Array.isArray(stated);
  if (key === 'expression') return typeof stated === 'string';
  return key === 'written' || key.startsWith('Fn::');
}
