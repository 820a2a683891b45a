import type { AwsApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, Join } from '../made';
import { equal, type Resource } from '../resource';
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
  const integrations = artefact
    .parts(id, types.integration)
    .map((resource) => ({ resource, invokes: readIntegration(resource, api, dialect, artefact) }));
  return {
    routes: stage && readRoutes(artefact.parts(id, types.route), api, integrations, dialect),
    ...readAccessLogs(stage, logs, dialect),
    displayName: api.string(path('Name')),
    alarms: readAlarms(id, { 'server errors': [to(api, 'Ref')] }, dialect, artefact),
    tags: tagsOf([api, stage, logs, ...alarmsOf(id, dialect, artefact)], path('Tags')),
  };
}

interface Integration {
  readonly resource: Resource;
  /** Undefined if it isn't understood. */
  readonly invokes: ElementId | undefined;
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

function readRoutes(
  routes: readonly Resource[],
  api: Resource,
  integrations: readonly Integration[],
  { path, to }: Dialect,
): Record<string, { to: string }> | undefined {
  const used = new Set<Integration>();
  const read = routes.map((route) => {
    route.fixed(path('ApiId'), to(api, 'Ref'));
    const key = route.string(path('RouteKey'));
    const element = route.as(path('Target'), (target) => {
      const integration = integrations.find(({ resource }) =>
        equal(target, new Join(['integrations/', to(resource, 'Ref')])),
      );
      if (integration) used.add(integration);
      return integration?.invokes;
    });
    return key !== undefined && element
      ? ([key === '$default' ? 'ANY /{proxy+}' : key, { to: element }] as const)
      : undefined;
  });
  const understood = read.filter((one) => one !== undefined);
  // Two routes with one key would become one in a map, and an integration without a route belongs to nothing.
  const keys = new Set(understood.map(([key]) => key));
  const isWhole = keys.size === routes.length && used.size === integrations.length;
  return isWhole ? Object.fromEntries(understood) : undefined;
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
