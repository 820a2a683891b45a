import { equal, isObject } from '../resource';

/** A rule of a URL map, in one spelling for both engines. */
export interface RouteRule {
  readonly priority: unknown;
  readonly template: unknown;
  readonly method: unknown;
  readonly service: unknown;
}

/**
 * The routes that the rules of a URL map come to, in the order in which they are tried. A rule that could never answer,
 * or two for one route, mean nothing.
 */
export function readRules(
  rules: readonly RouteRule[],
  functionAt: (service: unknown) => string | undefined,
): Record<string, { to: string }> | undefined {
  const routes: Record<string, { to: string }> = {};
  let last = 0;
  for (const { priority, template, method, service } of rules) {
    const to = functionAt(service);
    const path = typeof template === 'string' ? readTemplate(template) : undefined;
    if (!to || path === undefined || typeof priority !== 'number') return undefined;
    // The rule that refuses all else stands behind them, at the next place.
    if (priority <= last || priority > rules.length) return undefined;
    last = priority;
    const key = `${typeof method === 'string' ? method : 'ANY'} ${path}`.replace(/^ANY \/\{\w+\+\}$/, 'ANY /{proxy+}');
    if (Object.hasOwn(routes, key)) return undefined;
    routes[key] = { to };
  }
  return routes;
}

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
