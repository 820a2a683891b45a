import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { environmentOf, type ResolvedFunction, type Runtime } from '../../model/function';
import { elementId, type ElementId } from '../../model/name';
import type { CodeArchive } from '../archives';
import { physicalName, stackName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import { planFunctionWarmth, type AwsFunctionWarmth } from './cold-start';
import { planGrants, type AwsStatement } from './grant';
import { limits } from './name';
import { planPlacement, type AwsPlacement } from './network';
import { planRetry, sendDeadLetters, type AwsRetryPlan } from './retry';
import { everythingOut, type AwsSecurityGroupPlan } from './security-group';
import { planTexts } from './text';
import { lambda, type AwsTrust } from './trust';
import { planConsumption } from './trigger';
import { planUpload, type AwsUploadPlan } from './upload';
import { planWarmer, type AwsWarmerPlan } from './warmer';

/** A Lambda function behind an alias, with every decision made. */
export interface AwsFunctionPlan extends Pick<ResolvedFunction, 'architecture' | 'memoryMiB' | 'timeoutSeconds'> {
  readonly element: ElementId;
  /** Names for engines that make none within Lambda's and IAM's limits. */
  readonly names: { readonly function: string; readonly role: string };
  readonly runtime: string;
  readonly handler: string;
  readonly archive: CodeArchive;
  /** Absent: the archive fits into a request. */
  readonly upload?: AwsUploadPlan;
  readonly environment: Readonly<Record<string, PlanText>>;
  readonly role: { readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
  readonly logs: { readonly retentionDays: number; readonly format: 'Text' | 'JSON' };
  /** Absent: traces only requests that the caller traces already. */
  readonly tracing?: 'Active';
  /** The alias that every caller invokes. It exists from the first deployment, so that callers never change. */
  readonly alias: { readonly name: 'live' };
  readonly warmth: AwsFunctionWarmth;
  readonly warmer?: AwsWarmerPlan;
  /** The handling of failed asynchronous invocations; absent: Lambda's defaults. */
  readonly retry?: AwsRetryPlan;
  readonly url?: { readonly auth: 'NONE' | 'AWS_IAM' };
  /** The function's place in the foundation's network; absent: it is in none. */
  readonly network?: { readonly subnets: AwsPlacement['subnets']; readonly securityGroup: AwsSecurityGroupPlan };
}

const runtimeIds: Readonly<Record<Runtime, string>> = {
  nodejs22: 'nodejs22.x',
  nodejs24: 'nodejs24.x',
  'python3.12': 'python3.12',
  'python3.13': 'python3.13',
  'python3.14': 'python3.14',
  // Lambda has no runtime for Go: the archive holds an executable.
  'go1.26': 'provided.al2023',
  'go1.27': 'provided.al2023',
  java21: 'java21',
  java25: 'java25',
  dotnet10: 'dotnet10',
  'ruby3.4': 'ruby3.4',
  'ruby4.0': 'ruby4.0',
};

export function planFunction(
  name: string,
  spec: ResolvedFunction,
  architecture: ResolvedArchitecture,
  archive: CodeArchive,
  naming: Naming,
): AwsFunctionPlan {
  const element = elementId('functions', name);
  const warmer = planWarmer(element, spec, naming);
  const retry = planRetry(spec.triggers, spec.retry);
  const upload = planUpload(element, archive, naming);
  return {
    element,
    names: {
      function: physicalName(naming, element, limits.function),
      role: physicalName(naming, element, limits.role, 'role'),
    },
    runtime: runtimeIds[spec.runtime],
    handler: spec.handler.aws ?? '',
    architecture: spec.architecture,
    memoryMiB: spec.memoryMiB,
    timeoutSeconds: spec.timeoutSeconds,
    archive,
    ...(upload && { upload }),
    environment: planTexts(environmentOf(spec), architecture),
    role: {
      trusts: lambda,
      statements: functionStatements(element, spec, architecture),
    },
    logs: { retentionDays: spec.logRetentionDays, format: spec.logFormat === 'json' ? 'JSON' : 'Text' },
    ...(spec.tracing && { tracing: 'Active' as const }),
    alias: { name: 'live' },
    warmth: planFunctionWarmth(element, spec.coldStart),
    ...(warmer && { warmer }),
    ...(retry && { retry }),
    ...(spec.network === 'foundation' && {
      network: {
        subnets: planPlacement(architecture.foundation?.network).subnets,
        securityGroup: {
          description: `function ${name} of ${stackName(naming)}`,
          inbound: [],
          outbound: everythingOut,
        },
      },
    }),
    ...(spec.http && { url: { auth: spec.http === 'public' ? 'NONE' : 'AWS_IAM' } }),
  };
}

/** Everything that a function's role allows. */
export const functionStatements = (
  element: ElementId,
  spec: ResolvedFunction,
  architecture: ResolvedArchitecture,
): AwsStatement[] => [
  writeLogs(element),
  ...(spec.tracing ? [writeTraces] : []),
  ...(spec.network === 'foundation' ? [joinNetwork] : []),
  ...planGrants(usesOf(spec), architecture),
  ...planConsumption(spec.triggers),
  ...sendDeadLetters(spec.retry),
];

const writeLogs = (element: ElementId): AwsStatement => ({
  sid: 'WriteLogs',
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: [[part(element, 'logGroup', 'streams')]],
});

/**
 * Lambda makes the function's network interfaces with its role. The resources are open, as AWS documents it: some of the
 * actions have none, and subnets may belong to another account.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
const joinNetwork: AwsStatement = {
  sid: 'JoinNetwork',
  actions: [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ],
  resources: [['*']],
};

/** X-Ray has no resources of its own: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html */
const writeTraces: AwsStatement = {
  sid: 'WriteTraces',
  actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  resources: [['*']],
};
