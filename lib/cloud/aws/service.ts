import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { physicalName, stackName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { planServiceWarmth, type AwsServiceWarmth } from './cold-start';
import { planGrants, type AwsStatement } from './grant';
import { executionPolicy } from './foundation';
import { listenerPriorities } from './listener-rule';
import { limits } from './name';
import { planPlacement, type AwsPlacement } from './network';
import { everythingOut, fromFoundation, type AwsSecurityGroupPlan } from './security-group';
import { planTexts } from './text';
import { ecsTasks, type AwsTrust } from './trust';

/** A Fargate service on the foundation's cluster, with every decision made. */
export interface AwsServicePlan {
  readonly element: ElementId;
  /** Names for engines that make none within the limits. */
  readonly names: { readonly taskRole: string; readonly targetGroup: string; readonly executionRole?: string };
  readonly task: AwsTaskPlan;
  readonly securityGroup: AwsSecurityGroupPlan;
  readonly warmth: AwsServiceWarmth;
  readonly placement: AwsPlacement;
  readonly deployment: AwsDeploymentPlan;
  /** The listener rule and target group; absent: the load balancer doesn't reach the service. */
  readonly behindLoadBalancer?: AwsListenerRulePlan;
}

/** A task definition. */
export interface AwsTaskPlan {
  /** The task definition's family. */
  readonly family: string;
  readonly cpuArchitecture: 'X86_64' | 'ARM64';
  readonly operatingSystem: 'LINUX';
  /** In 1/1024 of a CPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  /** The task role and its permissions. A role without permissions has no policy. */
  readonly role: { readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
  /** The service's own execution role; absent: it uses the foundation's. */
  readonly executionRole?: {
    readonly trusts: AwsTrust;
    readonly managedPolicy: string;
    readonly statements: readonly AwsStatement[];
  };
  readonly container: {
    readonly name: string;
    readonly image: string;
    readonly command?: readonly string[];
    readonly port: number;
    readonly protocol: 'tcp';
    readonly readOnlyFilesystem: boolean;
    readonly environment: Readonly<Record<string, PlanText>>;
    /** Variables that hold a secret's value, each with what leads ECS to the secret. */
    readonly secrets: readonly AwsSecretVariable[];
  };
  readonly logs: {
    readonly retentionDays: number;
    /** The container doesn't wait for logs that can't be written. */
    readonly mode: 'non-blocking';
    /** The buffer for log lines that aren't written yet, in MiB. When it is full, lines are dropped. */
    readonly bufferMiB: number;
    readonly streamPrefix: string;
  };
}

/** A variable that ECS fills with a secret's value when a task starts. */
export interface AwsSecretVariable {
  readonly name: string;
  readonly secret: ElementId;
  readonly valueFrom: Part;
}

/** The rolling update of a service. */
export interface AwsDeploymentPlan {
  /** In percent of the desired count. */
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  /** Rolls back to the last version if the tasks of a new one fail. */
  readonly circuitBreaker: { readonly enable: boolean; readonly rollback: boolean };
  /** Keeps tasks spread over availability zones. */
  readonly zoneRebalancing: 'ENABLED';
  /** The source of the tasks' tags. */
  readonly propagateTags: 'SERVICE';
}

/** A rule on the foundation's listener, and the target group that it forwards to. */
export interface AwsListenerRulePlan {
  readonly priority: number;
  readonly host?: string;
  readonly path: string;
  readonly targetGroup: {
    readonly type: 'ip';
    readonly protocol: 'HTTP';
    readonly port: number;
    /** The deregistration delay, in seconds: the time for a stopping task to finish its requests. */
    readonly deregistrationSeconds: number;
    readonly healthCheck: ResolvedService['healthCheck'] & {
      readonly protocol: 'HTTP';
      /** Answers that mean healthy: those that a probe on Cloud Run accepts. */
      readonly statuses: string;
    };
  };
  /** The health check grace period of a new task, in seconds. */
  readonly healthCheckGraceSeconds: number;
}

export function planService(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  naming: Naming,
): AwsServicePlan {
  const element = elementId('services', name);
  const exposed = spec.ingress === 'public';
  const task = planTask(name, spec, architecture, physicalName(naming, element, limits.taskFamily));
  return {
    element,
    names: {
      taskRole: physicalName(naming, element, limits.role, 'role'),
      // Another port makes another target group, while the old one still has its name.
      targetGroup: physicalName(naming, element, limits.targetGroup, `port-${spec.port}`),
      ...(task.executionRole && { executionRole: physicalName(naming, element, limits.role, 'execution-role') }),
    },
    task,
    securityGroup: {
      description: `service ${name} of ${stackName(naming)}`,
      inbound: exposed ? [fromFoundation('loadBalancer', 'load balancer', spec.port)] : [],
      outbound: everythingOut,
    },
    warmth: planServiceWarmth(element, spec),
    placement: planPlacement(architecture.foundation?.network),
    deployment: {
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
      zoneRebalancing: 'ENABLED',
      propagateTags: 'SERVICE',
    },
    ...(exposed && { behindLoadBalancer: planRule(name, spec, architecture, naming) }),
  };
}

const cpuArchitectures = { x86_64: 'X86_64', arm64: 'ARM64' } as const;

function planTask(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  family: string,
): AwsTaskPlan {
  return {
    family,
    cpuArchitecture: cpuArchitectures[spec.architecture],
    operatingSystem: 'LINUX',
    cpuUnits: spec.cpu * 1_024,
    memoryMiB: spec.memoryMiB,
    role: { trusts: ecsTasks, statements: planGrants(spec.uses, architecture) },
    ...(Object.keys(spec.secrets).length > 0 && { executionRole: planExecutionRole(spec, architecture) }),
    container: {
      name,
      image: spec.image.aws ?? '',
      ...(spec.command && { command: spec.command }),
      port: spec.port,
      protocol: 'tcp',
      readOnlyFilesystem: spec.readOnlyFilesystem,
      environment: planTexts(spec.environment, architecture),
      secrets: Object.keys(spec.secrets)
        .sort()
        .map((variable): AwsSecretVariable => {
          const secret = elementId('secrets', spec.secrets[variable]!);
          return { name: variable, secret, valueFrom: part(secret, 'secret', 'arn') };
        }),
    },
    logs: { retentionDays: spec.logRetentionDays, mode: 'non-blocking', bufferMiB: 25, streamPrefix: name },
  };
}

/**
 * The execution role of a service with secrets. ECS reads the secrets and passes on their values, so the code needs no
 * permission to read them. The role has the permissions of the foundation's shared role, and reads only these secrets.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function planExecutionRole(
  { secrets }: ResolvedService,
  architecture: ResolvedArchitecture,
): NonNullable<AwsTaskPlan['executionRole']> {
  return {
    trusts: ecsTasks,
    managedPolicy: executionPolicy,
    statements: planGrants(usesOf({ uses: {}, secrets }), architecture),
  };
}

function planRule(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  { env }: Naming,
): AwsListenerRulePlan {
  return {
    priority: listenerPriorities(architecture, env)[name]!,
    ...(spec.host && { host: spec.host }),
    path: spec.path,
    targetGroup: {
      type: 'ip',
      protocol: 'HTTP',
      port: spec.port,
      // As long as the load balancer waits for an answer.
      deregistrationSeconds: 60,
      healthCheck: { ...spec.healthCheck, protocol: 'HTTP', statuses: '200-399' },
    },
    healthCheckGraceSeconds: 120,
  };
}
