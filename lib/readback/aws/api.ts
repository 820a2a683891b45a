import type { AwsApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, Join } from '../made';
import { equal, type Resource } from '../resource';
import { readingsOf } from '../side';
import { nameOf } from '../statement';
import { tagsOf } from '../tags';
import { accessLogFormat } from './access-logs';
import { alarmsOf, readAlarms } from './alarm';
import type { Dialect } from './dialect';
import { spell } from '../spell';

export function readApi(name: string, dialect: Dialect, artefact: Artefact): Partial<AwsApiFact> | undefined {
  const id: ElementId = `apis.${name}`;
  const { types, path, to } = dialect;
  const [api, stage, logs] = [types.api, types.stage, types.logs].map((type) => artefact.part(id, type));
  if (!api) return undefined;
  api.fixed(path('ProtocolType'), 'HTTP');
  stage?.fixed(path('ApiId'), to(api, 'Ref'));
  stage?.fixed(path('StageName'), '$default');
  stage?.fixed(path('AutoDeploy'), true);
  return {
    routes: stage && readRoutes(api, dialect, artefact),
    ...readAccessLogs(stage, logs, dialect),
    displayName: api.string(path('Name')),
    alarms: readAlarms(id, { 'server errors': [to(api, 'Ref')] }, dialect, artefact),
    tags: tagsOf([api, stage, logs, ...alarmsOf(id, dialect, artefact)], path('Tags')),
  };
}

/** Reads the function that an integration invokes through its alias. */
function readIntegration(
  integration: Resource,
  api: Resource,
  { types, path, to }: Dialect,
  artefact: Artefact,
): ElementId | undefined {
  integration.fixed(path('ApiId'), to(api, 'Ref'));
  integration.fixed(path('IntegrationType'), 'AWS_PROXY');
  integration.fixed(path('PayloadFormatVersion'), '2.0');
  return integration.as(path('IntegrationUri'), (uri) => {
    const at = isPointer(uri) ? artefact.at(uri.at) : undefined;
    return at?.type === types.alias && equal(uri, to(at, 'Ref')) ? (at.owner as ElementId) : undefined;
  });
}

/**
 * Reads the routes by their keys. Of two routes with one key, only the first is read. A route that an app adds is
 * unrecognized, by its key and its target.
 */
function readRoutes(api: Resource, dialect: Dialect, artefact: Artefact): Record<string, { to: string }> {
  const { types, path, to } = dialect;
  const integrations = artefact.parts(api.owner!, types.integration);
  const routes: Record<string, { to: string }> = {};
  for (const route of artefact.parts(api.owner!, types.route)) {
    const [key, target] = [route.at(path('RouteKey')), route.at(path('Target'))];
    const integration = integrations.find((one) => equal(target, new Join(['integrations/', to(one, 'Ref')])));
    const name = key === '$default' ? 'ANY /{proxy+}' : key;
    if (typeof name !== 'string' || Object.hasOwn(routes, name)) continue;
    const element = integration && readIntegration(integration, api, dialect, artefact);
    const isOfApi = route.fixed(path('ApiId'), to(api, 'Ref'));
    if (element === undefined && isOfApi && readingsOf(route).length === 0) {
      readOwnRoute(route, integration, dialect, artefact);
      continue;
    }
    route.string(path('RouteKey'));
    if (element === undefined) continue;
    route.fixed(path('Target'), target);
    routes[name] = { to: element };
  }
  return routes;
}

/** Accounts for a route that is none of the parts of an architecture, with all of it in its name. */
function readOwnRoute(route: Resource, integration: Resource | undefined, { path }: Dialect, artefact: Artefact): void {
  const isOwn = integration !== undefined && readingsOf(integration).length === 0;
  const said = isOwn ? integration : route;
  const key = nameOf(route.at(path('RouteKey')), artefact);
  const target = nameOf(said.at(path(isOwn ? 'IntegrationUri' : 'Target')), artefact);
  const access = ['AuthorizationType', 'AuthorizerId']
    .map((word) => route.at(path(word)))
    .filter((value) => value !== undefined && value !== 'NONE')
    .map((value) => ` for ${nameOf(value, artefact)}`);
  route.except([], [{ name: `${key} to ${target}${access.join('')}`, value: route.type }]);
  if (isOwn) integration.irrelevant([], 'the route has it in its name');
}

function readAccessLogs(
  stage: Resource | undefined,
  logs: Resource | undefined,
  dialect: Dialect,
): Pick<Partial<AwsApiFact>, 'accessLogs' | 'logRetentionDays'> {
  if (!logs) return {};
  const settings = spell(dialect, { DestinationArn: dialect.to(logs, 'Arn'), Format: accessLogFormat });
  const accessLogs = stage?.fixed(dialect.path('AccessLogSettings'), settings);
  return { accessLogs, logRetentionDays: dialect.readLogs(logs) };
}
