import { routePattern } from './api';
import type { ResolvedArchitecture } from './architecture';
import type { Finding } from './problem';

/**
 * Finds routes with `.` and `..` segments. Clients remove these before they send a request, so that the route would
 * never match: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
 */
export const checkSegments = ({ apis }: ResolvedArchitecture): Finding[] =>
  Object.entries(apis).flatMap(([api, { routes }]) =>
    Object.keys(routes).flatMap((route): Finding[] => {
      const segment = route.split('/').find((one) => one === '.' || one === '..');
      if (segment === undefined) return [];
      return [
        {
          path: ['apis', api, 'routes', route],
          at: 'key',
          message: `must not have the segment ${segment}`,
          hint: 'clients remove it from a path before they send the request',
        },
      ];
    }),
  );

/**
 * The route that was probably meant, in the form of the model: `get /orders/:id` → `GET /orders/{id}`. Undefined without a
 * guess.
 */
export function suggestedRoute(route: string): string | undefined {
  const [first = '', second] = route.trim().split(/\s+/, 2);
  const [method, path] = second === undefined ? ['ANY', first] : [first.toUpperCase(), second];
  const meant = `${method} ${path.startsWith('/') ? path : `/${path}`}`
    .replace(/\/:([A-Za-z_]\w*)/g, '/{$1}')
    .replace(/\/<(?:\w+:)?([A-Za-z_]\w*)>/g, '/{$1}')
    .replace(/\/\*+$/, '/{proxy+}');
  return routePattern.test(meant) ? meant : undefined;
}
