import type { ResolvedApi } from '../../model/api';
import { elementId, type ElementId } from '../../model/name';
import { part, type Part } from '../part';

/** An HTTP API whose routes go to aliases, with every decision made. */
export interface AwsApiPlan {
  readonly element: ElementId;
  /** One for each function, whatever the number of its routes. */
  readonly integrations: readonly AwsIntegration[];
  /** `GET /a/{id}`, or `$default` for everything. */
  readonly routes: readonly { readonly key: string; readonly to: ElementId }[];
  readonly stage: '$default';
}

export interface AwsIntegration {
  readonly to: ElementId;
  readonly alias: Part;
  readonly payloadFormat: '2.0';
}

export function planApi(name: string, { routes }: ResolvedApi): AwsApiPlan {
  const planned = Object.entries(routes).map(([key, { to }]) => ({ key: routeKey(key), to: to as ElementId }));
  const functions = [...new Set(planned.map(({ to }) => to))].sort();
  return {
    element: elementId('apis', name),
    integrations: functions.map((to) => ({ to, alias: part(to, 'alias', 'arn'), payloadFormat: '2.0' })),
    routes: planned.sort((a, b) => (a.key < b.key ? -1 : 1)),
    stage: '$default',
  };
}

/** `ANY /{proxy+}` takes `/` as well, which only the default route does on an HTTP API. */
const routeKey = (key: string): string => (/^ANY \/\{\w+\+\}$/.test(key) ? '$default' : key);
