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
