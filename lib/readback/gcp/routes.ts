import { equal, isObject } from '../resource';

/** A rule of a URL map, in one spelling for both engines. */
export interface RouteRule {
  readonly priority: unknown;
  readonly template: unknown;
  readonly method: unknown;
  readonly service: unknown;
}

/**
 * The routes that the rules of a URL map come to. They are tried in order, so one that stands before one that is more
 * specific means nothing: it would answer in its place. Nor do two for one route.
 */
export function readRules(
  rules: readonly RouteRule[],
  functionAt: (service: unknown) => string | undefined,
): Record<string, { to: string }> | undefined {
  const routes: Record<string, { to: string }> = {};
  const tried: string[] = [];
  let last = 0;
  for (const { priority, template, method, service } of rules) {
    const to = functionAt(service);
    const path = typeof template === 'string' ? readTemplate(template) : undefined;
    if (!to || path === undefined || typeof priority !== 'number') return undefined;
    // The rule that refuses all else stands behind them, at the next place.
    if (priority <= last || priority > rules.length) return undefined;
    last = priority;
    const key = `${typeof method === 'string' ? method : 'ANY'} ${path}`.replace(/^ANY \/\{\w+\+\}$/, 'ANY /{proxy+}');
    if (Object.hasOwn(routes, key) || !tried.every((before) => mayStandBefore(before, key))) return undefined;
    tried.push(key);
    routes[key] = { to };
  }
  return routes;
}

/** Whether a route leaves another one its requests: the first segment in which both differ in kind tells. */
function mayStandBefore(one: string, other: string): boolean {
  const [[method = '', ...path], [otherMethod = '', ...otherPath]] = [one.split('/'), other.split('/')];
  for (const [index, segment] of path.entries()) {
    const rival = otherPath[index];
    // Paths of another length, or with other words in one place, have no requests in common.
    if (rival === undefined) return true;
    if (rank(segment) !== rank(rival)) return rank(segment) < rank(rival);
    if (rank(segment) === 0 && segment !== rival) return true;
  }
  return otherPath.length > path.length || method !== 'ANY ' || otherMethod === 'ANY ';
}

/** A word is more specific than a parameter, and that than the rest of a path. */
const rank = (segment: string): number => (!segment.startsWith('{') ? 0 : segment.endsWith('+}') ? 2 : 1);

/** `/orders/{id=*}` → `/orders/{id}`, `{rest=**}` → `{rest+}` */
function readTemplate(template: string): string | undefined {
  const path = template.replace(
    /\{(\w+)=(\*\*?)\}/g,
    (_, name: string, stars: string) => `{${name}${stars === '**' ? '+' : ''}}`,
  );
  return path.includes('*') || path.includes('=') ? undefined : path;
}

/** The method that a rule's headers ask for: `null` if any will do, undefined if they ask for something else. */
export function readMethod(headers: unknown, nameKey: string, valueKey: string): string | null | undefined {
  if (headers === undefined) return null;
  const [header] = Array.isArray(headers) ? (headers as unknown[]) : [];
  const method = isObject(header) ? header[valueKey] : undefined;
  return typeof method === 'string' && equal(headers, [{ [nameKey]: ':method', [valueKey]: method }])
    ? method
    : undefined;
}
