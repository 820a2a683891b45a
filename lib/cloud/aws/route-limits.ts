import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding } from '../../model/problem';

/**
 * Checks the paths of routes against API Gateway's grammar of a segment: letters, digits and `._-:`, or a whole
 * parameter. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html gives it for REST
 * APIs, and HTTP APIs refuse other segments as invalid: https://github.com/serverless/serverless/issues/10423
 */
export const routeProblems = ({ apis }: ResolvedArchitecture): Finding[] =>
  Object.entries(apis).flatMap(([name, { routes }]) =>
    Object.keys(routes)
      .filter((route) => route.includes('~'))
      .map((route) => ({
        path: ['apis', name, 'routes', route],
        at: 'key',
        message: 'must not contain ~ on aws',
        hint: "API Gateway's grammar of a path: letters, digits and ._- between slashes",
      })),
  );
