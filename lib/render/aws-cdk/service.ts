import { Annotations, Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import type { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import {
  AvailabilityZoneRebalancing,
  AwsLogDriverMode,
  ContainerImage,
  CpuArchitecture,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  PropagatedTagSource,
  Protocol,
  Secret as EcsSecret,
} from 'aws-cdk-lib/aws-ecs';
import type { ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { AwsSecretVariable, AwsServicePlan, AwsTaskPlan } from '../../cloud/aws/service';
import { pascalCase } from '../../model/name';
import { closedRole } from './closed-role';
import { renderScaling, type RenderedScaling } from './cold-start';
import type { RenderedFoundation } from './foundation';
import { renderRule } from './listener-rule';
import { subnetsOf, waysOf } from './network';
import { literal, type Parts } from './parts';
import { renderRole } from './role';
import { renderSecurityGroup } from './security-group';

/** CDK constructs created for a service. */
export interface RenderedService {
  readonly service: FargateService;
  /** Its `defaultContainer` is the architecture's container, its `taskRole` the role that the code assumes. */
  readonly taskDefinition: FargateTaskDefinition;
  /** The service's own execution role; undefined if it uses the foundation's. */
  readonly executionRole?: Role;
  /** The security group of the service's tasks. */
  readonly securityGroup: SecurityGroup;
  /** The service's target group; undefined if the load balancer doesn't reach it. */
  readonly targetGroup?: ApplicationTargetGroup;
  /** Auto scaling of tasks; undefined if there is none. */
  readonly scaling?: RenderedScaling;
}

const cpuArchitectures = { X86_64: CpuArchitecture.X86_64, ARM64: CpuArchitecture.ARM64 };
const operatingSystems = { LINUX: OperatingSystemFamily.LINUX };
const protocols = { tcp: Protocol.TCP };
const logModes = { 'non-blocking': AwsLogDriverMode.NON_BLOCKING };
const rebalancing = { ENABLED: AvailabilityZoneRebalancing.ENABLED };
const tagSources = { SERVICE: PropagatedTagSource.SERVICE };

export function renderService(
  scope: Construct,
  plan: AwsServicePlan,
  foundation: RenderedFoundation,
  parts: Parts,
): RenderedService {
  const { network, cluster, securityGroups } = foundation;
  const {
    deployment,
    behindLoadBalancer,
    warmth: { scaling },
  } = plan;
  const securityGroup = renderSecurityGroup(scope, 'SecurityGroup', plan.securityGroup, network.vpc, securityGroups);
  const { taskDefinition, executionRole } = renderTask(scope, plan.task, foundation, parts);
  const service = new FargateService(scope, 'Service', {
    cluster,
    taskDefinition,
    // CloudFormation writes a count that is in the template with every change of the service, whatever it has become.
    desiredCount: scaling ? undefined : plan.warmth.count,
    assignPublicIp: plan.placement.assignPublicIp,
    vpcSubnets: { subnets: [...subnetsOf(network, plan.placement)] },
    securityGroups: [securityGroup],
    minHealthyPercent: deployment.minHealthyPercent,
    maxHealthyPercent: deployment.maxHealthyPercent,
    circuitBreaker: deployment.circuitBreaker,
    availabilityZoneRebalancing: rebalancing[deployment.zoneRebalancing],
    propagateTags: tagSources[deployment.propagateTags],
    ...(behindLoadBalancer && {
      healthCheckGracePeriod: Duration.seconds(behindLoadBalancer.healthCheckGraceSeconds),
    }),
  });
  // A task can't pull its image before its subnet has a way out.
  for (const way of waysOf(network, plan.placement)) service.node.findChild('Service').node.addDependency(way);
  const targetGroup = behindLoadBalancer && renderRule(scope, behindLoadBalancer, foundation, service);
  parts.provide(plan.element, 'service', { name: service.serviceName });
  if (targetGroup) parts.provide(plan.element, 'targetGroup', { fullName: targetGroup.targetGroupFullName });
  const scaled = scaling && renderScaling(scope, scaling, parts);
  return {
    service,
    taskDefinition,
    ...(executionRole && { executionRole }),
    securityGroup,
    ...(targetGroup && { targetGroup }),
    ...(scaled && { scaling: scaled }),
  };
}

function renderTask(
  scope: Construct,
  plan: AwsTaskPlan,
  foundation: RenderedFoundation,
  parts: Parts,
): Pick<RenderedService, 'taskDefinition' | 'executionRole'> {
  const { container, logs } = plan;
  const executionRole = plan.executionRole && renderRole(scope, 'ExecutionRole', plan.executionRole, parts);
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: logs.retentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const execution = closedRole(executionRole ?? foundation.executionRole);
  const taskDefinition = new FargateTaskDefinition(scope, 'TaskDefinition', {
    family: plan.family,
    cpu: plan.cpuUnits,
    memoryLimitMiB: plan.memoryMiB,
    runtimePlatform: {
      cpuArchitecture: cpuArchitectures[plan.cpuArchitecture],
      operatingSystemFamily: operatingSystems[plan.operatingSystem],
    },
    taskRole: renderRole(scope, 'TaskRole', plan.role, parts),
    // The plan contains all permissions of the role. The architecture's container adds none to a role that all share.
    executionRole: execution.role,
  });
  // The role pulls from ECR; a warning that it might not be allowed to would also hold paths of this machine.
  Annotations.of(taskDefinition).acknowledgeWarning('@aws-cdk/aws-ecs:ecrImageRequiresPolicy');
  taskDefinition.addContainer('Container', {
    containerName: container.name,
    image: ContainerImage.fromRegistry(literal(container.image)),
    ...(container.command && { command: container.command.map(literal) }),
    ...(container.readOnlyFilesystem && { readonlyRootFilesystem: true }),
    portMappings: [{ containerPort: container.port, protocol: protocols[container.protocol] }],
    environment: parts.texts(container.environment),
    secrets: secretsOf(scope, container.secrets, parts),
    logging: LogDrivers.awsLogs({
      logGroup,
      streamPrefix: logs.streamPrefix,
      mode: logModes[logs.mode],
      maxBufferSize: Size.mebibytes(logs.bufferMiB),
    }),
  });
  execution.open();
  return { taskDefinition, ...(executionRole && { executionRole }) };
}

/** References to secrets' values. CDK requires a construct for each, which adds nothing to the template. */
const secretsOf = (
  scope: Construct,
  variables: readonly AwsSecretVariable[],
  parts: Parts,
): Record<string, EcsSecret> | undefined =>
  variables.length === 0
    ? undefined
    : Object.fromEntries(
        variables.map(({ name, secret, valueFrom }) => {
          // A hyphen is in no variable's name, so that no two ids are equal.
          const id = `${name}-Of${pascalCase(secret.replace('.', '-'))}`;
          return [name, EcsSecret.fromSecretsManager(Secret.fromSecretCompleteArn(scope, id, parts.token(valueFrom)))];
        }),
      );
