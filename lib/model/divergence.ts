import { z } from 'zod';
import { environmentForm, environmentPattern } from './environment';
import { kinds } from './kind';
import { targets } from './target';

/** Element, foundation, outputs, or nothing for what lies in none of them; then the rest of the path. */
const parts = new RegExp(`^((?:${kinds.join('|')})\\.[a-z][a-z0-9-]*|foundation|outputs|(?=!))(?:[.!](.*))?$`, 's');

/** A tag of any element, or of all, and the boundary of all roles: an app gives these to everything. */
const everywhere = /^(?:(?:\*\.)?tags\..*[A-Za-z0-9].*|permissionsBoundary|rolePath)$/s;

/** The words with which the name of a permission joins a principal, an action and a resource. */
const joining = /(?:^|(?<= ))(?:may|not|everything|in|on|of|if|through|delivers|to|with|for)(?= |$)/g;

/** True of a path that names an element and at least one word in it: a wider path would hide every difference there. */
function isNarrow(path: string): boolean {
  if (everywhere.test(path)) return true;
  const [, place, rest] = parts.exec(path) ?? [];
  if (place === undefined) return false;
  return rest === undefined ? place.includes('.') : /[A-Za-z0-9]{3}/.test(rest.replace(joining, ''));
}

/** Intended difference between the model and an artifact, made through an engine's escape hatch. */
export const divergenceSpec = z.strictObject({
  /** Target that has the difference. */
  target: z.enum(targets),
  /** Environment that has the difference; `dev` stands for the one without a name. Default: every environment. */
  env: z.string().regex(environmentPattern, environmentForm).optional(),
  /** Path of the difference, as `triptych verify` shows it; `*` matches any text without a dot, `**` any text. */
  path: z
    .string()
    .refine(
      isNarrow,
      'must name an element and at least one word of what differs in it, such as functions.orders.memoryMiB or tables.items!*Policy.*, or a tag of all elements, such as *.tags.team',
    ),
  /** Reason for the difference. */
  reason: z.string().min(1),
});

/** Intended differences. One that no longer matches anything is an error. */
export const divergencesSpec = z.array(divergenceSpec).default([]);

export type Divergence = z.output<typeof divergenceSpec>;
