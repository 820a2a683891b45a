import type { Divergence } from '../model/divergence';
import { defaultEnvironment } from '../model/environment';
import type { Target } from '../model/target';
import type { Difference } from './difference';
import type { Remark } from './remark';

/** Differences, separated from those that the architecture declares. */
export interface Accepted {
  readonly differences: readonly Difference[];
  readonly accepted: readonly Remark[];
}

/**
 * Separates the differences that the architecture declares from the others. A declaration that matches no difference
 * is itself a difference: the change that it describes was undone, or is at another path now. One for another environment
 * has no effect.
 */
export function acceptDeclared(
  target: Target,
  differences: readonly Difference[],
  declared: readonly Divergence[],
  env: string = defaultEnvironment,
): Accepted {
  const matchers = declared
    .filter((one) => one.target === target && (one.env ?? env) === env)
    .map(({ path, reason }) => ({ path, reason, pattern: patternOf(path), used: false }));
  const accepted: Remark[] = [];
  const left = differences.filter(({ path, note }) => {
    const matching = matchers.filter(({ pattern }) => pattern.test(path));
    for (const matcher of matching) matcher.used = true;
    const [first] = matching;
    if (first) accepted.push({ target, path, reason: first.reason, ...(note !== undefined && { note }) });
    return !first;
  });
  const unused = matchers
    .filter(({ used }) => !used)
    .map(({ path, reason }): Difference => ({ target, path, expected: `the declared divergence: ${reason}` }));
  return { differences: [...left, ...unused], accepted };
}

/**
 * A path in which `*` stands for any text without a dot, and `**` for any text. One that begins with `*.` is a tag of any
 * element, or of all.
 */
const patternOf = (path: string): RegExp => {
  const isAnyElement = path.startsWith('*.');
  const source = (isAnyElement ? path.slice(2) : path)
    .split(/(\*+)/)
    .map((text, index) =>
      index % 2 === 0 ? text.replace(/[.+?^${}()|[\]\\]/g, '\\$&') : text.length > 1 ? '.*' : '[^.]*',
    )
    .join('');
  const element = isAnyElement ? '(?:(?:foundation|[a-z]+\\.[^.!]+)\\.)?' : '';
  return new RegExp(`^${element}${source}$`, 's');
};
