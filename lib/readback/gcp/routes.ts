import { equal, isObject } from '../resource';
import type { Dialect } from './dialect';
import { spell } from '../spell';

/** A rule of a URL map. */
export interface RouteRule {
  readonly priority: unknown;
  readonly template: unknown;
  readonly method: unknown;
  readonly service: unknown;
}

/** The routes of a URL map, and the rules that are none, by their places in its list. */
export interface ReadRules {
  readonly routes: Readonly<Record<string, { readonly to: string }>>;
  readonly unread: readonly number[];
}

/**
 * Reads the routes of a URL map, each for itself. Rules are tried in order: one before a more specific one would answer
 * in its place. So the later one is unread then, and so is the second one for a route.
 */
export function readRules(
  rules: readonly RouteRule[],
  functionAt: (service: unknown) => string | undefined,
): ReadRules {
  const routes: Record<string, { to: string }> = {};
  const unread: number[] = [];
  const order = orderOf(rules.map(({ priority }) => priority));
  for (const [index, { template, method, service }] of rules.entries()) {
    const to = functionAt(service);
    const path = typeof template === 'string' ? readTemplate(template) : undefined;
    const key = `${typeof method === 'string' ? method : 'ANY'} ${path}`.replace(/^ANY \/\{\w+\+\}$/, 'ANY /{proxy+}');
    const isAnswered = !Object.hasOwn(routes, key) && Object.keys(routes).every((one) => mayStandBefore(one, key));
    if (to && path !== undefined && order[index] !== 'before' && isAnswered) routes[key] = { to };
    else unread.push(index);
  }
  return { routes, unread };
}

/** The place of each priority: the next one, later than that, or before an earlier rule, in another order than the list. */
export function orderOf(priorities: readonly unknown[]): readonly ('next' | 'later' | 'before')[] {
  let last = 0;
  return priorities.map((priority) => {
    if (typeof priority !== 'number' || !Number.isInteger(priority) || priority <= last) return 'before';
    const place = priority === last + 1 ? 'next' : 'later';
    last = priority;
    return place;
  });
}

/** Tests that a route leaves another one its requests: the first segments that differ in kind decide. */
function mayStandBefore(one: string, other: string): boolean {
  const [[method = '', ...path], [otherMethod = '', ...otherPath]] = [one.split('/'), other.split('/')];
  for (const [index, segment] of path.entries()) {
    const rival = otherPath[index];
    // Paths of different lengths, or with different words in one place, share no requests.
    if (rival === undefined) return true;
    if (rank(segment) !== rank(rival)) return rank(segment) < rank(rival);
    if (rank(segment) === 0 && segment !== rival) return true;
  }
  return otherPath.length > path.length || method !== 'ANY ' || otherMethod === 'ANY ';
}

/** The order of segments: a word is more specific than a parameter, a parameter more than the rest of a path. */
const rank = (segment: string): number => (!segment.startsWith('{') ? 0 : segment.endsWith('+}') ? 2 : 1);

/** `/orders/{id=*}` → `/orders/{id}`, `{rest=**}` → `{rest+}` */
function readTemplate(template: string): string | undefined {
  const path = template.replace(
    /\{(\w+)=(\*\*?)\}/g,
    (_, name: string, stars: string) => `{${name}${stars === '**' ? '+' : ''}}`,
  );
  return path.includes('*') || path.includes('=') ? undefined : path;
}

/** The method that a rule requires in its headers: `null` for any, undefined if they require something else. */
export function readMethod(headers: unknown, dialect: Dialect): string | null | undefined {
  if (headers === undefined) return null;
  const [header] = Array.isArray(headers) ? (headers as unknown[]) : [];
  const method = isObject(header) ? header[dialect.word('exact_match')] : undefined;
  const right = [spell(dialect, { header_name: ':method', exact_match: method })];
  return typeof method === 'string' && equal(headers, right) ? method : undefined;
}
