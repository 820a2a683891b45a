import type { ApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { accessLogFormat } from '../aws/access-logs';
import { equal, isObject, isPointer, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { to } from './reference';

export function readApi(name: string, artefact: Artefact): Partial<ApiFact> | undefined {
  const id: ElementId = `apis.${name}`;
  const api = artefact.part(id, 'aws:apigatewayv2/api:Api');
  if (!api) return undefined;
  const stage = artefact.part(id, 'aws:apigatewayv2/stage:Stage');
  const logs = artefact.part(id, 'aws:cloudwatch/logGroup:LogGroup');
  api.fixed(['inputs', 'protocolType'], 'HTTP');
  stage?.fixed(['inputs', 'apiId'], to(api, 'id'));
  stage?.fixed(['inputs', 'name'], '$default');
  stage?.fixed(['inputs', 'autoDeploy'], true);
  const integrations = new Map(
    artefact
      .parts(id, 'aws:apigatewayv2/integration:Integration')
      .map((integration) => [integration.address, readIntegration(integration, api, artefact)]),
  );
  return {
    routes: stage && readRoutes(artefact.parts(id, 'aws:apigatewayv2/route:Route'), api, integrations),
    ...readAccessLogs(stage, logs),
    displayName: api.string(['inputs', 'name']),
    tags: tagsOf([api, stage, logs], ['inputs', 'tags']),
  };
}

/** The function that an integration invokes, through its alias. */
function readIntegration(integration: Resource, api: Resource, artefact: Artefact): ElementId | undefined {
  integration.fixed(['inputs', 'apiId'], to(api, 'id'));
  integration.fixed(['inputs', 'integrationType'], 'AWS_PROXY');
  integration.fixed(['inputs', 'payloadFormatVersion'], '2.0');
  return integration.as(['inputs', 'integrationUri'], (uri) => {
    const at = isPointer(uri) && uri.attribute === 'arn' ? artefact.at(uri.at) : undefined;
    return at?.type === 'aws:lambda/alias:Alias' ? (at.owner as ElementId) : undefined;
  });
}

function readRoutes(
  routes: readonly Resource[],
  api: Resource,
  integrations: ReadonlyMap<string, ElementId | undefined>,
): Record<string, { to: string }> | undefined {
  const used = new Set<string>();
  const read = routes.map((route) => {
    route.fixed(['inputs', 'apiId'], to(api, 'id'));
    const key = route.string(['inputs', 'routeKey']);
    const target = route.as(['inputs', 'target'], (value) => {
      const pointer: unknown =
        isObject(value) && Array.isArray(value['join']) ? (value['join'] as unknown[])[1] : undefined;
      const isRight =
        isPointer(pointer) && equal(value, { join: ['integrations/', { at: pointer.at, attribute: 'id' }] });
      if (isRight) used.add(pointer.at);
      return isRight ? integrations.get(pointer.at) : undefined;
    });
    return key !== undefined && target
      ? ([key === '$default' ? 'ANY /{proxy+}' : key, { to: target }] as const)
      : undefined;
  });
  const understood = read.filter((one) => one !== undefined);
  // Two routes with one key would be one in a map; what no route leads to is nobody's.
  const keys = new Set(understood.map(([key]) => key));
  const isWhole = keys.size === routes.length && used.size === integrations.size;
  return isWhole ? Object.fromEntries(understood) : undefined;
}

function readAccessLogs(
  stage: Resource | undefined,
  logs: Resource | undefined,
): Pick<Partial<ApiFact>, 'accessLogs' | 'logRetentionDays'> {
  if (!logs) return {};
  const settings = { destinationArn: to(logs, 'arn'), format: accessLogFormat };
  const accessLogs = stage?.fixed(['inputs', 'accessLogSettings'], settings);
  return { accessLogs, logRetentionDays: logs.number(['inputs', 'retentionInDays']) };
}
