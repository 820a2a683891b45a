import { expectStackName } from '../../facts/name';
import type { AwsServiceFact } from '../../facts/service';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { Join } from '../made';
import { equal, holdsAll, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { requestRate, serviceColdStart } from '../aws/cold-start';
import { readRule, readTargetGroup } from '../aws/listener-rule';
import { privateSubnetsIn, waysIn } from '../aws/network';
import { readScaling, scalableTarget } from './cold-start';
import { dialect } from './dialect';
import { groundIn, networkOf, type Ground } from './ground';
import { getAtt, ref } from './reference';
import { readSecurityGroup } from './security-group';
import { readTask } from './task';
import { rolesOf } from './task-role';

export function readService(name: string, artefact: Artefact): Partial<AwsServiceFact> | undefined {
  const id: ElementId = `services.${name}`;
  const part = (type: string) => artefact.part(id, `AWS::${type}`);
  const service = part('ECS::Service');
  if (!service) return undefined;
  const ground = groundIn(artefact);
  const [task, logs, group] = ['ECS::TaskDefinition', 'Logs::LogGroup', 'EC2::SecurityGroup'].map(part);
  const roles = task ? rolesOf(task, artefact) : {};
  const [targetGroup, rule] = ['TargetGroup', 'ListenerRule'].map((type) => part(`ElasticLoadBalancingV2::${type}`));
  const run = task && readTask(name, task, roles, logs, ground, artefact);
  readIdiom(service, ground);
  service.fixed(['Properties', 'TaskDefinition'], task && ref(task));
  readDependencies(service, [rule, roles.role, ...waysIn(dialect, artefact)]);
  const behind = readBehind(service, name, run?.port);
  if (behind) service.fixed(['Properties', 'HealthCheckGracePeriodSeconds'], 120);
  const exposed =
    targetGroup && rule && equal(behind, ref(targetGroup))
      ? {
          ...readRule(rule, targetGroup, ground.listener, dialect),
          healthCheck: readTargetGroup(targetGroup, run?.port, networkOf(ground).vpc, dialect),
        }
      : undefined;
  return {
    ...run,
    ingress: exposed ? 'public' : behind === false && !rule ? 'none' : undefined,
    ...exposed,
    ...readWarmth(service, targetGroup, ground, artefact),
    ...readNetwork(service, group, ground, artefact),
    alarms: readAlarms(
      id,
      {
        unhealthy: [
          ground.loadBalancer && getAtt(ground.loadBalancer, 'LoadBalancerFullName'),
          targetGroup && getAtt(targetGroup, 'TargetGroupFullName'),
        ],
      },
      dialect,
      artefact,
    ),
    reachableFrom: group && readReachable(group, run?.port, name, ground, artefact),
    tags: tagsOf(
      [
        ...[service, task, roles.role, roles.executionRole, logs, group, targetGroup, rule],
        artefact.part(id, scalableTarget),
        ...alarmsOf(id, dialect, artefact),
      ],
      ['Properties', 'Tags'],
    ),
  };
}

/** A count that scaling changes isn't in the template, since every change of the service would reset it. */
function readWarmth(
  service: Resource,
  targetGroup: Resource | undefined,
  { cluster, loadBalancer }: Ground,
  artefact: Artefact,
): Pick<Partial<AwsServiceFact>, 'coldStart' | 'requestsPerMinute'> {
  const scaling = readScaling(service.owner!, artefact, {
    namespace: 'ecs',
    dimension: 'ecs:service:DesiredCount',
    resource: new Join(['service/', cluster && ref(cluster), '/', getAtt(service, 'Name')]),
    utilization: { metric: 'ECSServiceAverageCPUUtilization', whole: 100 },
    ...(targetGroup &&
      loadBalancer && {
        label: new Join([
          getAtt(loadBalancer, 'LoadBalancerFullName'),
          '/',
          getAtt(targetGroup, 'TargetGroupFullName'),
        ]),
      }),
  });
  const coldStart = serviceColdStart(
    scaling === null ? service.number(['Properties', 'DesiredCount']) : undefined,
    scaling,
  );
  return { ...(coldStart && { coldStart }), ...requestRate(scaling) };
}

/** Requires the settings that every service has. */
function readIdiom(service: Resource, { cluster }: Ground): void {
  const deployment = {
    DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    MaximumPercent: 200,
    MinimumHealthyPercent: 100,
  };
  service.fixed(['Properties', 'Cluster'], cluster && ref(cluster));
  service.fixed(['Properties', 'LaunchType'], 'FARGATE');
  service.fixed(['Properties', 'AvailabilityZoneRebalancing'], 'ENABLED');
  service.fixed(['Properties', 'PropagateTags'], 'SERVICE');
  // An app's feature flags add CloudFormation's defaults.
  const alarms = service.at(['Properties', 'DeploymentConfiguration', 'Alarms']);
  service.fixed(['Properties', 'DeploymentConfiguration'], {
    ...deployment,
    ...(alarms !== undefined && { Alarms: { AlarmNames: [], Enable: false, Rollback: false } }),
  });
  service.one(['Properties', 'DeploymentController'], [undefined, true], [{ Type: 'ECS' }, true]);
  service.one(['Properties', 'EnableECSManagedTags'], [undefined, true], [false, true]);
}

/** The target group that a service is registered in; `false`: none. */
function readBehind(service: Resource, container: string, port: number | undefined): unknown {
  const path = ['Properties', 'LoadBalancers'];
  const targetGroup = service.at([...path, '0', 'TargetGroupArn']);
  return service.one(
    path,
    [undefined, false],
    [[], false],
    [[{ ContainerName: container, ContainerPort: port, TargetGroupArn: targetGroup }], targetGroup],
  );
}

function readNetwork(
  service: Resource,
  group: Resource | undefined,
  ground: Ground,
  artefact: Artefact,
): Pick<Partial<AwsServiceFact>, 'publicAddresses'> {
  const path = ['Properties', 'NetworkConfiguration', 'AwsvpcConfiguration'];
  service.fixed([...path, 'SecurityGroups'], group && [getAtt(group, 'GroupId')]);
  service.fixed([...path, 'Subnets'], privateSubnetsIn(dialect, artefact) ?? networkOf(ground).subnets);
  return { publicAddresses: service.one([...path, 'AssignPublicIp'], ['ENABLED', true], ['DISABLED', false]) };
}

/** Reads who may reach the container's port; undefined if a rule opens another port. */
function readReachable(
  group: Resource,
  port: number | undefined,
  name: string,
  ground: Ground,
  artefact: Artefact,
): string[] | undefined {
  const description = `service ${name} of ${expectStackName(artefact.stamp)}`;
  const inbound = readSecurityGroup(group, description, networkOf(ground).vpc, artefact);
  return inbound?.every((rule) => rule.port === port) ? inbound.map(({ from }) => from).sort() : undefined;
}

/** Requires that a service waits for exactly these, in any order. */
function readDependencies(service: Resource, resources: readonly (Resource | undefined)[]): void {
  const wanted = resources.filter((resource) => resource !== undefined).map(({ address }) => address);
  const found = service.at(['DependsOn']);
  service.fixed(['DependsOn'], holdsAll(found, wanted) ? found : wanted);
}
