import { LogGroup } from '@pulumi/aws/cloudwatch';
import type { SecurityGroup } from '@pulumi/aws/ec2';
import type { Role } from '@pulumi/aws/iam';
import { Alias, Function as LambdaFunction, FunctionUrl, ProvisionedConcurrencyConfig } from '@pulumi/aws/lambda';
import { interpolate, type Input, type Output } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsFunctionPlan } from '../../cloud/aws/function';
import { renderScaling, type RenderedScaling } from './cold-start';
import type { RenderedFoundation } from './foundation';
import { nameWithin } from './name';
import { subnetsOf } from './network';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import { renderRetry } from './retry';
import { renderRole } from './role';
import { renderSecurityGroup } from './security-group';
import { renderCode } from './upload';
import { renderWarmer, type RenderedWarmer } from './warmer';

/** Pulumi resources created for a function. */
export interface RenderedFunction {
  readonly function: LambdaFunction;
  /** The alias that callers invoke. */
  readonly alias: Alias;
  /** The role, which the code assumes. */
  readonly role: Role;
  /** The security group of the function in the foundation's network; undefined if it is in none. */
  readonly securityGroup?: SecurityGroup;
  /** The function's URL, without a trailing slash; undefined if it has none. */
  readonly url?: Output<string>;
  /** Auto scaling of provisioned concurrency; undefined if there is none. */
  readonly scaling?: RenderedScaling;
  /** The warmer; undefined if there is none. */
  readonly warmer?: RenderedWarmer;
}

export function renderFunction(
  parent: Element,
  plan: AwsFunctionPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
  foundation: RenderedFoundation | undefined,
): RenderedFunction {
  const logGroup = new LogGroup(
    `${parent.prefix}-logs`,
    { retentionInDays: plan.logs.retentionDays, tags },
    { parent },
  );
  parts.provide(plan.element, 'logGroup', { streams: interpolate`${logGroup.arn}:*` });
  const { role, policy } = renderRole(parent, '', plan.names.role, plan.role, parts, tags);
  const joined =
    plan.network &&
    renderSecurityGroup(parent, 'security-group', plan.network.securityGroup, foundation!.network.vpcId, tags);
  const handler = new LambdaFunction(
    `${parent.prefix}-function`,
    {
      ...nameWithin(limits.function, `${parent.prefix}-function`, plan.names.function),
      runtime: plan.runtime,
      handler: plan.handler,
      ...renderCode(parent, plan, tags),
      architectures: [plan.architecture],
      memorySize: plan.memoryMiB,
      timeout: plan.timeoutSeconds,
      environment: { variables: parts.texts(plan.environment) },
      role: role.arn,
      loggingConfig: { logFormat: plan.logs.format, logGroup: logGroup.name },
      tracingConfig: plan.tracing && { mode: plan.tracing },
      ...(plan.network &&
        joined && {
          vpcConfig: {
            subnetIds: subnetsOf(foundation!.network, plan.network),
            securityGroupIds: [joined.group.id],
          },
        }),
      // The alias needs a version to point at.
      publish: true,
      reservedConcurrentExecutions: plan.warmth.reserved,
      tags,
    },
    // A function that starts before its permissions exist fails its first calls.
    { parent, dependsOn: [policy, ...(joined?.rules ?? [])] },
  );
  const alias = new Alias(
    `${parent.prefix}-alias`,
    { name: plan.alias.name, functionName: handler.name, functionVersion: handler.version },
    { parent },
  );
  if (plan.warmth.provisioned !== undefined) {
    new ProvisionedConcurrencyConfig(
      `${parent.prefix}-provisioned`,
      { functionName: handler.name, qualifier: alias.name, provisionedConcurrentExecutions: plan.warmth.provisioned },
      { parent },
    );
  }
  parts.provide(plan.element, 'function', { name: handler.name });
  parts.provide(plan.element, 'alias', {
    arn: alias.arn,
    name: interpolate`${handler.name}:${alias.name}`,
    function: handler.name,
    qualifier: alias.name,
  });
  const url = plan.url && renderUrl(parent, plan.url, handler, alias, parts);
  if (url) parts.provide(plan.element, 'url', { url });
  if (plan.retry) renderRetry(parent, plan.retry, handler, alias, parts);
  const { scaling: wanted } = plan.warmth;
  const scaling = wanted && renderScaling(parent, wanted, parts, tags);
  const warmer = plan.warmer && renderWarmer(parent, plan.element, plan.warmer, parts, tags);
  return {
    function: handler,
    alias,
    role,
    ...(joined && { securityGroup: joined.group }),
    ...(url && { url }),
    ...(scaling && { scaling }),
    ...(warmer && { warmer }),
  };
}

function renderUrl(
  parent: Element,
  { auth }: NonNullable<AwsFunctionPlan['url']>,
  handler: LambdaFunction,
  alias: Alias,
  parts: Parts,
): Output<string> {
  const url = new FunctionUrl(
    `${parent.prefix}-url`,
    { functionName: handler.name, qualifier: alias.name, authorizationType: auth },
    { parent },
  );
  // Lambda's address ends in a slash, the model's doesn't.
  const region: Input<string> = parts.text([{ place: 'region' }]);
  return interpolate`https://${url.urlId}.lambda-url.${region}.on.aws`;
}
