import { z } from 'zod';
import { kinds } from './name';
import { targets } from './target';

/** An element, the ground, the outputs, or (empty) what lies in none of them; and then what lies in it. */
const parts = new RegExp(`^((?:${kinds.join('|')})\\.[a-z][a-z0-9-]*|foundation|outputs|(?=!))(?:[.!](.*))?$`, 's');

/**
 * Whether a path names something: which element it lies in has to be plain, and what lies in it has to have a word, or
 * it would swallow whatever goes wrong there.
 */
function isNarrow(path: string): boolean {
  const [, place, rest] = parts.exec(path) ?? [];
  if (place === undefined) return false;
  return rest === undefined ? place.includes('.') : /[A-Za-z0-9]{3}/.test(rest);
}

/** A difference that was made on purpose, through an engine's escape hatch. */
export const divergenceSpec = z.strictObject({
  /** The target on which it was made. */
  target: z.enum(targets),
  /** Where it lies, as `triptych verify` shows it; `*` stands for any text. */
  path: z
    .string()
    .refine(
      isNarrow,
      'must name an element and at least one word of what differs in it, such as functions.orders.memoryMiB or tables.items!*Policy*',
    ),
  /** Why it was made. */
  reason: z.string().min(1),
});

/** Differences that were made on purpose. One that matches nothing any more is an error. */
export const divergencesSpec = z.array(divergenceSpec).default([]);

export type Divergence = z.output<typeof divergenceSpec>;
