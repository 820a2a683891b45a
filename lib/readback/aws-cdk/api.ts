import type { ApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { accessLogFormat } from '../aws/access-logs';
import { equal, isObject, isPointer, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readLogs } from './logs';
import { getAtt, ref } from './reference';

export function readApi(name: string, artefact: Artefact): Partial<ApiFact> | undefined {
  const id: ElementId = `apis.${name}`;
  const api = artefact.part(id, 'AWS::ApiGatewayV2::Api');
  if (!api) return undefined;
  const stage = artefact.part(id, 'AWS::ApiGatewayV2::Stage');
  api.fixed(['Properties', 'ProtocolType'], 'HTTP');
  stage?.fixed(['Properties', 'ApiId'], ref(api));
  stage?.fixed(['Properties', 'StageName'], '$default');
  stage?.fixed(['Properties', 'AutoDeploy'], true);
  const integrations = new Map(
    artefact
      .parts(id, 'AWS::ApiGatewayV2::Integration')
      .map((integration) => [integration.address, readIntegration(integration, api, artefact)]),
  );
  return {
    routes: stage && readRoutes(artefact.parts(id, 'AWS::ApiGatewayV2::Route'), api, integrations),
    ...readAccessLogs(stage, artefact.part(id, 'AWS::Logs::LogGroup')),
    displayName: api.string(['Properties', 'Name']),
    tags: tagsOf([api, stage, artefact.part(id, 'AWS::Logs::LogGroup')], ['Properties', 'Tags']),
  };
}

/** The function that an integration invokes, through its alias. */
function readIntegration(integration: Resource, api: Resource, artefact: Artefact): ElementId | undefined {
  integration.fixed(['Properties', 'ApiId'], ref(api));
  integration.fixed(['Properties', 'IntegrationType'], 'AWS_PROXY');
  integration.fixed(['Properties', 'PayloadFormatVersion'], '2.0');
  return integration.as(['Properties', 'IntegrationUri'], (uri) => {
    const at = isPointer(uri) && uri.attribute === 'Ref' ? artefact.at(uri.at) : undefined;
    return at?.type === 'AWS::Lambda::Alias' ? (at.owner as ElementId) : undefined;
  });
}

function readRoutes(
  routes: readonly Resource[],
  api: Resource,
  integrations: ReadonlyMap<string, ElementId | undefined>,
): Record<string, { to: string }> | undefined {
  const used = new Set<string>();
  const read = routes.map((route) => {
    route.fixed(['Properties', 'ApiId'], ref(api));
    const key = route.string(['Properties', 'RouteKey']);
    const to = route.as(['Properties', 'Target'], (target) => {
      const pointer: unknown =
        isObject(target) && Array.isArray(target['join']) ? (target['join'] as unknown[])[1] : undefined;
      const isRight =
        isPointer(pointer) && equal(target, { join: ['integrations/', { at: pointer.at, attribute: 'Ref' }] });
      if (isRight) used.add(pointer.at);
      return isRight ? integrations.get(pointer.at) : undefined;
    });
    return key !== undefined && to ? ([key === '$default' ? 'ANY /{proxy+}' : key, { to }] as const) : undefined;
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
  const settings = { DestinationArn: getAtt(logs, 'Arn'), Format: accessLogFormat };
  const accessLogs = stage?.fixed(['Properties', 'AccessLogSettings'], settings);
  return { accessLogs, logRetentionDays: readLogs(logs) };
}
