import { LogGroup } from '@pulumi/aws/cloudwatch';
import { TaskDefinition } from '@pulumi/aws/ecs';
import { Role } from '@pulumi/aws/iam';
import { jsonStringify, type Output } from '@pulumi/pulumi';
import type { AwsServicePlan } from '../../cloud/aws/service';
import type { Element } from '../pulumi-element';
import type { RenderedFoundation } from './foundation';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { trusting } from './policy';

/** The longest name of an IAM role. */
const nameLimit = 64;

/** Makes what a service runs, over and over. */
export function renderTask(
  parent: Element,
  plan: AwsServicePlan,
  { executionRole }: RenderedFoundation,
  parts: Parts,
  tags: Record<string, string> | undefined,
): { taskDefinition: TaskDefinition; taskRole: Role } {
  const { task, names } = plan;
  const logGroup = new LogGroup(
    `${parent.prefix}-logs`,
    { retentionInDays: task.logs.retentionDays, tags },
    { parent },
  );
  const taskRole = new Role(
    `${parent.prefix}-task-role`,
    {
      ...nameWithin(nameLimit, `${parent.prefix}-task-role`, names.taskRole),
      assumeRolePolicy: trusting(task.role.trusts),
      tags,
    },
    { parent },
  );
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
      executionRoleArn: executionRole.arn,
      taskRoleArn: taskRole.arn,
      containerDefinitions: containers(plan, logGroup, parts),
      tags,
    },
    { parent },
  );
  return { taskDefinition, taskRole };
}

/** ECS takes containers as a text of JSON. */
function containers({ task: { container, logs } }: AwsServicePlan, logGroup: LogGroup, parts: Parts): Output<string> {
  const environment = Object.entries(parts.texts(container.environment)).map(([name, value]) => ({ name, value }));
  return jsonStringify([
    {
      name: container.name,
      image: container.image,
      essential: true,
      ...(container.command && { command: container.command }),
      portMappings: [{ containerPort: container.port, protocol: container.protocol }],
      ...(environment.length > 0 && { environment }),
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
