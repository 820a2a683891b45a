import type { SecurityGroup } from '@pulumi/aws/ec2';
import { Service, type TaskDefinition } from '@pulumi/aws/ecs';
import type { Role } from '@pulumi/aws/iam';
import type { TargetGroup } from '@pulumi/aws/lb';
import type { AwsServicePlan } from '../../cloud/aws/service';
import type { Element } from '../pulumi-element';
import { renderScaling, type RenderedScaling } from './cold-start';
import type { RenderedFoundation } from './foundation';
import { renderRule } from './listener-rule';
import type { Parts } from './parts';
import { renderSecurityGroup } from './security-group';
import { renderTask } from './task';

/** What stands for a service in a Pulumi program. */
export interface RenderedService {
  readonly service: Service;
  readonly taskDefinition: TaskDefinition;
  /** Who the code is for AWS. */
  readonly taskRole: Role;
  /** What ECS itself does for these tasks alone; undefined where the ground's role does it. */
  readonly executionRole?: Role;
  /** Who may reach the service's tasks. */
  readonly securityGroup: SecurityGroup;
  /** Where the load balancer finds the service's tasks; undefined if it doesn't. */
  readonly targetGroup?: TargetGroup;
  /** What adds and removes tasks; undefined if nothing does. */
  readonly scaling?: RenderedScaling;
}

export function renderService(
  parent: Element,
  plan: AwsServicePlan,
  foundation: RenderedFoundation,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedService {
  const { network, cluster, securityGroups } = foundation;
  const { deployment, behindLoadBalancer, task, warmth } = plan;
  const { group: securityGroup, rules } = renderSecurityGroup(
    parent,
    'security-group',
    plan.securityGroup,
    network.vpcId,
    tags,
    securityGroups,
  );
  const { needs, ...run } = renderTask(parent, plan, foundation, parts, tags);
  const behind = behindLoadBalancer && renderRule(parent, plan.names, behindLoadBalancer, foundation, tags);
  const service = new Service(
    `${parent.prefix}-service`,
    {
      cluster: cluster.arn,
      launchType: 'FARGATE',
      taskDefinition: run.taskDefinition.arn,
      desiredCount: warmth.count,
      networkConfiguration: {
        subnets: network.publicSubnetIds,
        securityGroups: [securityGroup.id],
        assignPublicIp: plan.assignPublicIp,
      },
      deploymentMinimumHealthyPercent: deployment.minHealthyPercent,
      deploymentMaximumPercent: deployment.maxHealthyPercent,
      deploymentCircuitBreaker: { ...deployment.circuitBreaker },
      availabilityZoneRebalancing: deployment.zoneRebalancing,
      propagateTags: deployment.propagateTags,
      ...(behindLoadBalancer &&
        behind && {
          healthCheckGracePeriodSeconds: behindLoadBalancer.healthCheckGraceSeconds,
          loadBalancers: [
            {
              targetGroupArn: behind.targetGroup.arn,
              containerName: task.container.name,
              containerPort: task.container.port,
            },
          ],
        }),
      // As CloudFormation does: a deployment that fails must not end well, nor the version go that it falls back to.
      waitForSteadyState: true,
      tags,
    },
    // A target group takes no tasks until a listener forwards to it, and a task can't start cut off or without rights.
    {
      parent,
      dependsOn: [...needs, ...rules, ...(behind ? [behind.rule] : [])],
      // What scaling has made of it stays.
      ...(warmth.scaling && { ignoreChanges: ['desiredCount'] }),
    },
  );
  parts.provide(plan.element, 'service', { name: service.name });
  if (behind) parts.provide(plan.element, 'targetGroup', { fullName: behind.targetGroup.arnSuffix });
  const scaling = warmth.scaling && renderScaling(parent, warmth.scaling, parts, tags);
  return {
    service,
    ...run,
    securityGroup,
    ...(behind && { targetGroup: behind.targetGroup }),
    ...(scaling && { scaling }),
  };
}
