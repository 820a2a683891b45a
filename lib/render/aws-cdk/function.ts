import { Duration, Fn, RemovalPolicy } from 'aws-cdk-lib';
import type { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import {
  Alias,
  Architecture,
  CfnUrl,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  RuntimeFamily,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AwsFunctionPlan } from '../../cloud/aws/function';
import { renderScaling, type RenderedScaling } from './cold-start';
import type { RenderedFoundation } from './foundation';
import { idsOf, subnetsOf, type Network } from './network';
import { literal, type Parts } from './parts';
import { renderRetry } from './retry';
import { renderRole } from './role';
import { renderSecurityGroup } from './security-group';
import { renderWarmer, type RenderedWarmer } from './warmer';

/** CDK constructs created for a function. */
export interface RenderedFunction {
  readonly function: LambdaFunction;
  /** The alias that callers invoke. */
  readonly alias: Alias;
  /** The security group of the function in the foundation's network; undefined if it is in none. */
  readonly securityGroup?: SecurityGroup;
  /** The function's URL, without a trailing slash; undefined if it has none. */
  readonly url?: string;
  /** Auto scaling of provisioned concurrency; undefined if there is none. */
  readonly scaling?: RenderedScaling;
  /** The warmer; undefined if there is none. */
  readonly warmer?: RenderedWarmer;
}

const formats = { Text: LoggingFormat.TEXT, JSON: LoggingFormat.JSON };
const architectures = { x86_64: Architecture.X86_64, arm64: Architecture.ARM_64 };

export function renderFunction(
  scope: Construct,
  plan: AwsFunctionPlan,
  parts: Parts,
  foundation: RenderedFoundation | undefined,
): RenderedFunction {
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: plan.logs.retentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  parts.provide(plan.element, 'logGroup', { streams: logGroup.logGroupArn });
  const handler = new LambdaFunction(scope, 'Function', {
    runtime: new Runtime(plan.runtime, RuntimeFamily.OTHER),
    handler: literal(plan.handler),
    code: Code.fromAsset(plan.archive.path),
    architecture: architectures[plan.architecture],
    memorySize: plan.memoryMiB,
    timeout: Duration.seconds(plan.timeoutSeconds),
    environment: parts.texts(plan.environment),
    role: renderRole(scope, 'Role', plan.role, parts),
    logGroup,
    loggingFormat: formats[plan.logs.format],
    reservedConcurrentExecutions: plan.warmth.reserved,
  });
  // The level-2 property would add another policy to the role.
  if (plan.tracing) (handler.node.defaultChild as CfnFunction).tracingConfig = { mode: plan.tracing };
  const securityGroup = plan.network && joinNetwork(scope, plan.network, handler, foundation!.network);
  const alias = new Alias(scope, 'Alias', {
    aliasName: plan.alias.name,
    version: handler.currentVersion,
    provisionedConcurrentExecutions: plan.warmth.provisioned,
  });
  const url = plan.url && renderUrl(scope, plan.url, alias);
  if (plan.retry) renderRetry(scope, plan.retry, alias, parts);
  parts.provide(plan.element, 'function', { name: handler.functionName });
  parts.provide(plan.element, 'alias', { arn: alias.functionArn, name: alias.functionName });
  if (url) parts.provide(plan.element, 'url', { url });
  const { scaling: wanted } = plan.warmth;
  const scaling = wanted && renderScaling(scope, wanted, parts);
  const warmer = plan.warmer && renderWarmer(scope, plan.element, plan.warmer, parts);
  return {
    function: handler,
    alias,
    ...(securityGroup && { securityGroup }),
    ...(url && { url }),
    ...(scaling && { scaling }),
    ...(warmer && { warmer }),
  };
}

/** Puts a function into the network. The level-2 properties would attach a managed policy to its role. */
function joinNetwork(
  scope: Construct,
  plan: NonNullable<AwsFunctionPlan['network']>,
  handler: LambdaFunction,
  network: Network,
): SecurityGroup {
  const group = renderSecurityGroup(scope, 'SecurityGroup', plan.securityGroup, network.vpc);
  (handler.node.defaultChild as CfnFunction).vpcConfig = {
    subnetIds: idsOf(subnetsOf(network, plan)),
    securityGroupIds: [group.securityGroupId],
  };
  return group;
}

function renderUrl(scope: Construct, { auth }: NonNullable<AwsFunctionPlan['url']>, alias: Alias): string {
  const url = new CfnUrl(scope, 'Url', {
    targetFunctionArn: alias.lambda.functionArn,
    qualifier: alias.aliasName,
    authType: auth,
  });
  // Refers to the alias by its name only, so the dependency has to be explicit.
  url.node.addDependency(alias);
  // Lambda's address ends in a slash, the model's doesn't.
  return Fn.join('', ['https://', Fn.select(2, Fn.split('/', url.attrFunctionUrl))]);
}
