import type { ResolvedApi } from '../../model/api';
import { elementId, type ElementId } from '../../model/name';
import { fullName, shortHash, type Naming } from '../name';
import { part, type Part } from '../part';

/** An HTTP API whose routes go to aliases, with every decision made. */
export interface AwsApiPlan {
  readonly element: ElementId;
  /** The display name. It need not be unique. */
  readonly name: string;
  /** One for each function, whatever the number of its routes. */
  readonly integrations: readonly AwsIntegration[];
  /** `GET /a/{id}`, or `$default` for everything. */
  readonly routes: readonly AwsRoute[];
  readonly stage: '$default';
  /** The log line of each request: JSON, with API Gateway's context variables. */
  readonly accessLogs: { readonly retentionDays: number; readonly format: string };
}

/** A route of an API, and the function that answers. */
export interface AwsRoute {
  /** Names the route within its API. */
  readonly id: string;
  readonly key: string;
  readonly to: ElementId;
}

/** An API's integration with a function. */
export interface AwsIntegration {
  readonly to: ElementId;
  readonly alias: Part;
  readonly payloadFormat: '2.0';
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMilliseconds: '$context.responseLatency',
  responseBytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
});

export function planApi(name: string, { routes, logRetentionDays }: ResolvedApi, naming: Naming): AwsApiPlan {
  const element = elementId('apis', name);
  const planned = Object.entries(routes).map(([key, { to }]) => ({
    id: routeId(key),
    key: routeKey(key),
    to: to as ElementId,
  }));
  const functions = [...new Set(planned.map(({ to }) => to))].sort();
  return {
    element,
    name: fullName(naming, element),
    integrations: functions.map((to) => ({ to, alias: part(to, 'alias', 'arn'), payloadFormat: '2.0' })),
    routes: planned.sort((a, b) => (a.key < b.key ? -1 : 1)),
    stage: '$default',
    accessLogs: { retentionDays: logRetentionDays, format: accessLogFormat },
  };
}

/** `ANY /{proxy+}` takes `/` as well, which only the default route does on an HTTP API. */
const routeKey = (key: string): string => (/^ANY \/\{\w+\+\}$/.test(key) ? '$default' : key);

/** A readable id. Its hash distinguishes keys whose readable parts are equal. */
const routeId = (key: string): string =>
  `${key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}-${shortHash(key)}`;
