import { LogGroup } from '@pulumi/aws/cloudwatch';
import { TaskDefinition } from '@pulumi/aws/ecs';
import type { Role } from '@pulumi/aws/iam';
import { jsonStringify, type Output, type Resource } from '@pulumi/pulumi';
import type { AwsServicePlan } from '../../cloud/aws/service';
import type { Element } from '../pulumi-element';
import type { RenderedFoundation } from './foundation';
import type { Parts } from './parts';
import { renderTaskRole } from './role';

/** A task definition and its roles. */
export interface RenderedTask {
  readonly taskDefinition: TaskDefinition;
  readonly taskRole: Role;
  /** The service's own execution role; undefined if it uses the foundation's. */
  readonly executionRole?: Role;
  /** The resources that must exist before a task starts: its permissions, and its secrets. */
  readonly needs: readonly Resource[];
}

/** Makes what a service runs, over and over. */
export function renderTask(
  parent: Element,
  plan: AwsServicePlan,
  foundation: RenderedFoundation,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedTask {
  const { task, names } = plan;
  const logGroup = new LogGroup(
    `${parent.prefix}-logs`,
    { retentionInDays: task.logs.retentionDays, tags },
    { parent },
  );
  const { role: taskRole, policies } = renderTaskRole(parent, 'task', names.taskRole, task.role, parts, tags);
  const execution =
    task.executionRole && renderTaskRole(parent, 'execution', names.executionRole!, task.executionRole, parts, tags);
  const taskDefinition = new TaskDefinition(
    `${parent.prefix}-task-definition`,
    {
      family: task.family,
      requiresCompatibilities: ['FARGATE'],
      // The one mode that Fargate has.
      networkMode: 'awsvpc',
      cpu: String(task.cpuUnits),
      memory: String(task.memoryMiB),
      runtimePlatform: { cpuArchitecture: task.cpuArchitecture, operatingSystemFamily: task.operatingSystem },
      executionRoleArn: (execution?.role ?? foundation.executionRole).arn,
      taskRoleArn: taskRole.arn,
      containerDefinitions: containers(plan, logGroup, parts),
      tags,
    },
    { parent },
  );
  const secrets = task.container.secrets.map(({ secret }) => secret);
  return {
    taskDefinition,
    taskRole,
    ...(execution && { executionRole: execution.role }),
    needs: [...(execution?.policies ?? [foundation.executionPolicy]), ...policies, ...parts.filled(secrets)],
  };
}

/** The container definitions, which ECS requires as JSON text. */
function containers({ task: { container, logs } }: AwsServicePlan, logGroup: LogGroup, parts: Parts): Output<string> {
  const environment = Object.entries(parts.texts(container.environment)).map(([name, value]) => ({ name, value }));
  const secrets = container.secrets.map(({ name, valueFrom }) => ({ name, valueFrom: parts.token(valueFrom) }));
  return jsonStringify([
    {
      name: container.name,
      image: container.image,
      essential: true,
      ...(container.command && { command: container.command }),
      ...(container.readOnlyFilesystem && { readonlyRootFilesystem: true }),
      portMappings: [{ containerPort: container.port, protocol: container.protocol }],
      ...(environment.length > 0 && { environment }),
      ...(secrets.length > 0 && { secrets }),
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': logGroup.name,
          'awslogs-region': parts.text([{ place: 'region' }]),
          'awslogs-stream-prefix': logs.streamPrefix,
          mode: logs.mode,
          'max-buffer-size': `${logs.bufferMiB}m`,
        },
      },
    },
  ]);
}
