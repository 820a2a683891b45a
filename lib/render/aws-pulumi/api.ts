import { Api, Integration, Route, Stage } from '@pulumi/aws/apigatewayv2';
import { LogGroup } from '@pulumi/aws/cloudwatch';
import { interpolate, type Output } from '@pulumi/pulumi';
import type { AwsApiPlan } from '../../cloud/aws/api';
import { splitElementId } from '../../model/name';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for an API. */
export interface RenderedApi {
  readonly api: Api;
  /** The API's URL, without a trailing slash. */
  readonly url: Output<string>;
}

/** Makes the API, whose address others may need before its routes can be made. */
export function renderApi(
  parent: Element,
  plan: AwsApiPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedApi {
  const api = new Api(`${parent.prefix}-api`, { name: plan.name, protocolType: 'HTTP', tags }, { parent });
  const logs = new LogGroup(
    `${parent.prefix}-access-logs`,
    { retentionInDays: plan.accessLogs.retentionDays, tags },
    { parent },
  );
  const accessLogSettings = { destinationArn: logs.arn, format: plan.accessLogs.format };
  new Stage(
    `${parent.prefix}-stage`,
    { apiId: api.id, name: plan.stage, autoDeploy: true, accessLogSettings, tags },
    { parent },
  );
  parts.provide(plan.element, 'api', { id: api.id, url: api.apiEndpoint, executionArn: api.executionArn });
  return { api, url: api.apiEndpoint };
}

/** Makes the API's routes, once all functions are there. */
export function renderRoutes(parent: Element, plan: AwsApiPlan, { api }: RenderedApi, parts: Parts): void {
  const targets = new Map(
    plan.integrations.map(({ to, alias, payloadFormat }) => {
      const integration = new Integration(
        `${parent.prefix}-integration-${splitElementId(to).name}`,
        {
          apiId: api.id,
          integrationType: 'AWS_PROXY',
          integrationUri: parts.token(alias),
          payloadFormatVersion: payloadFormat,
        },
        { parent },
      );
      return [to, interpolate`integrations/${integration.id}`] as const;
    }),
  );
  for (const { id, key, to } of plan.routes) {
    new Route(`${parent.prefix}-route-${id}`, { apiId: api.id, routeKey: key, target: targets.get(to) }, { parent });
  }
}
