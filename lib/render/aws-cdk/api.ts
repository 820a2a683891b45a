import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute, HttpApi, type CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AwsApiPlan } from '../../cloud/aws/api';
import { pascalCase, splitElementId } from '../../model/name';
import type { Parts } from './parts';

/** CDK constructs created for an API. */
export interface RenderedApi {
  readonly api: HttpApi;
  /** The API's URL, without a trailing slash. */
  readonly url: string;
}

/** Makes the API, whose address others may need before its routes can be made. */
export function renderApi(scope: Construct, plan: AwsApiPlan, parts: Parts): RenderedApi {
  const api = new HttpApi(scope, 'Api', { apiName: plan.name, createDefaultStage: plan.stage === '$default' });
  const logs = new LogGroup(scope, 'AccessLogs', {
    retention: plan.accessLogs.retentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // The level-2 stage that the API makes takes no settings for its logs.
  (api.defaultStage!.node.defaultChild as CfnStage).accessLogSettings = {
    destinationArn: logs.logGroupArn,
    format: plan.accessLogs.format,
  };
  parts.provide(plan.element, 'api', { id: api.apiId, url: api.apiEndpoint, executionArn: executionArn(api) });
  return { api, url: api.apiEndpoint };
}

/** Makes the API's routes, once all functions are there. */
export function renderRoutes(scope: Construct, plan: AwsApiPlan, { api }: RenderedApi, parts: Parts): void {
  const targets = new Map(
    plan.integrations.map(({ to, alias, payloadFormat }) => {
      const integration = new CfnIntegration(scope, `Integration${pascalCase(splitElementId(to).name)}`, {
        apiId: api.apiId,
        integrationType: 'AWS_PROXY',
        integrationUri: parts.token(alias),
        payloadFormatVersion: payloadFormat,
      });
      return [to, `integrations/${integration.ref}`] as const;
    }),
  );
  for (const { id, key, to } of plan.routes) {
    new CfnRoute(scope, `Route-${id}`, { apiId: api.apiId, routeKey: key, target: targets.get(to) });
  }
}

const executionArn = (api: HttpApi): string => api.stack.formatArn({ service: 'execute-api', resource: api.apiId });
