import type { SecurityGroup } from '@pulumi/aws/ec2';
import { Service, type TaskDefinition } from '@pulumi/aws/ecs';
import type { Role } from '@pulumi/aws/iam';
import type { TargetGroup } from '@pulumi/aws/lb';
import type { AwsServicePlan } from '../../cloud/aws/service';
import type { Element } from '../pulumi-element';
import { renderScaling, type RenderedScaling } from './cold-start';
import type { RenderedFoundation } from './foundation';
import { renderRule } from './listener-rule';
import { subnetsOf, waysOf } from './network';
import type { Parts } from './parts';
import { renderSecurityGroup } from './security-group';
import { renderTask } from './task';

/** Pulumi resources created for a service. */
export interface RenderedService {
  readonly service: Service;
  readonly taskDefinition: TaskDefinition;
  /** The task role, which the code assumes. */
  readonly taskRole: Role;
  /** The service's own execution role; undefined if it uses the foundation's. */
  readonly executionRole?: Role;
  /** The security group of the service's tasks. */
  readonly securityGroup: SecurityGroup;
  /** The service's target group; undefined if the load balancer doesn't reach it. */
  readonly targetGroup?: TargetGroup;
  /** Auto scaling of tasks; undefined if there is none. */
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
        subnets: subnetsOf(network, plan.placement),
        securityGroups: [securityGroup.id],
        assignPublicIp: plan.placement.assignPublicIp,
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
      dependsOn: [...needs, ...rules, ...(behind ? [behind.rule] : []), ...waysOf(network, plan.placement)],
      // Keeps the number that scaling has set.
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
