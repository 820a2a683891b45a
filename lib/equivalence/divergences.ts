import type { Divergence } from '../model/divergence';
import type { Target } from '../model/target';
import type { Difference } from './difference';
import type { Remark } from './report';

/** Differences, those that were made on purpose apart. */
export interface Accepted {
  readonly differences: readonly Difference[];
  readonly accepted: readonly Remark[];
}

/**
 * Takes out of a target's differences those that the architecture declares. A declaration that matches nothing any
 * more is a difference itself: what it speaks of was undone, or lies elsewhere now.
 */
export function acceptDeclared(
  target: Target,
  differences: readonly Difference[],
  declared: readonly Divergence[],
): Accepted {
  const matchers = declared
    .filter((one) => one.target === target)
    .map(({ path, reason }) => ({ path, reason, pattern: patternOf(path), used: false }));
  const accepted: Remark[] = [];
  const left = differences.filter(({ path }) => {
    const matching = matchers.filter(({ pattern }) => pattern.test(path));
    for (const matcher of matching) matcher.used = true;
    const [first] = matching;
    if (first) accepted.push({ target, path, reason: first.reason });
    return !first;
  });
  const unused = matchers
    .filter(({ used }) => !used)
    .map(({ path, reason }): Difference => ({ target, path, expected: `the declared divergence: ${reason}` }));
  return { differences: [...left, ...unused], accepted };
}

/** A path in which `*` stands for any text. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
