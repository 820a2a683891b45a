import { expectStackName } from '../../facts/name';
import type { AwsServiceFact } from '../../facts/service';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { Join } from '../made';
import { equal, holdsAll, to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { requestRate, serviceColdStart } from '../aws/cold-start';
import { readRule, readTargetGroup } from '../aws/listener-rule';
import { privateSubnetsIn, waysIn } from '../aws/network';
import { readScaling, scalableTarget } from './cold-start';
import { readGivenName } from './given-name';
import { dialect } from './dialect';
import { groundIn, networkOf, type Ground } from './ground';
import { readSecurityGroup, rulesOf } from './security-group';
import { readTask } from './task';
import { policiesOf, rolesOf } from './task-role';

export function readService(name: string, artefact: Artefact): Partial<AwsServiceFact> | undefined {
  const id: ElementId = `services.${name}`;
  const part = (type: string) => artefact.part(id, `aws:${type}`);
  const service = part('ecs/service:Service');
  if (!service) return undefined;
  const ground = groundIn(artefact);
  const [task, logs, group, targetGroup, rule] = [
    'ecs/taskDefinition:TaskDefinition',
    'cloudwatch/logGroup:LogGroup',
    'ec2/securityGroup:SecurityGroup',
    'lb/targetGroup:TargetGroup',
    'lb/listenerRule:ListenerRule',
  ].map(part);
  const groupRules = group ? rulesOf(group, artefact) : [];
  const roles = task ? rolesOf(task, artefact) : {};
  const { own, execution } = roles;
  const run = task && readTask(name, task, roles, logs, ground, artefact);
  const named = { kind: 'services', element: name } as const;
  if (own) readGivenName(own.role, { ...named, limit: 64, role: 'role' }, artefact);
  if (execution) readGivenName(execution.role, { ...named, limit: 64, role: 'execution-role' }, artefact);
  if (targetGroup) readGivenName(targetGroup, { ...named, limit: 32, role: `port-${run?.port}` }, artefact);
  readIdiom(service, ground);
  service.fixed(['inputs', 'taskDefinition'], task && to(task, 'arn'));
  readDependencies(service, [
    ...(execution ? policiesOf(execution) : [ground.executionPolicy]),
    ...(own ? policiesOf(own) : []),
    ...versionsOf(Object.values(run?.secrets ?? {}), artefact),
    ...groupRules,
    rule,
    ...waysIn(dialect, artefact),
  ]);
  const behind = readBehind(service, name, run?.port);
  if (behind) service.fixed(['inputs', 'healthCheckGracePeriodSeconds'], 120);
  const exposed =
    targetGroup && rule && equal(behind, to(targetGroup, 'arn'))
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
          ground.loadBalancer && to(ground.loadBalancer, 'arnSuffix'),
          targetGroup && to(targetGroup, 'arnSuffix'),
        ],
      },
      dialect,
      artefact,
    ),
    reachableFrom: group && readReachable(group, run?.port, name, ground, artefact),
    tags: tagsOf(
      [
        ...[service, task, own?.role, execution?.role, logs, group, targetGroup, rule, ...groupRules],
        artefact.part(id, scalableTarget),
        ...alarmsOf(id, dialect, artefact),
      ],
      ['inputs', 'tags'],
    ),
  };
}

/** Reads the count. Where scaling changes it, the service starts with the minimum, and deployments ignore the count. */
function readWarmth(
  service: Resource,
  targetGroup: Resource | undefined,
  { cluster, loadBalancer }: Ground,
  artefact: Artefact,
): Pick<Partial<AwsServiceFact>, 'coldStart' | 'requestsPerMinute'> {
  const scaling = readScaling(service.owner!, artefact, {
    namespace: 'ecs',
    dimension: 'ecs:service:DesiredCount',
    resource: new Join(['service/', cluster && to(cluster, 'name'), '/', to(service, 'name')]),
    utilization: { metric: 'ECSServiceAverageCPUUtilization', whole: 100 },
    ...(targetGroup &&
      loadBalancer && { label: new Join([to(loadBalancer, 'arnSuffix'), '/', to(targetGroup, 'arnSuffix')]) }),
  });
  if (scaling) {
    service.fixed(['inputs', 'desiredCount'], scaling.min);
    service.fixed(['options', 'ignoreChanges'], ['desiredCount']);
  }
  const coldStart = serviceColdStart(
    scaling === null ? service.number(['inputs', 'desiredCount']) : undefined,
    scaling,
  );
  return { ...(coldStart && { coldStart }), ...requestRate(scaling) };
}

/** Requires the settings that every service has. */
function readIdiom(service: Resource, { cluster }: Ground): void {
  service.fixed(['inputs', 'cluster'], cluster && to(cluster, 'arn'));
  service.fixed(['inputs', 'launchType'], 'FARGATE');
  service.fixed(['inputs', 'availabilityZoneRebalancing'], 'ENABLED');
  service.fixed(['inputs', 'propagateTags'], 'SERVICE');
  service.fixed(['inputs', 'deploymentMinimumHealthyPercent'], 100);
  service.fixed(['inputs', 'deploymentMaximumPercent'], 200);
  service.fixed(['inputs', 'deploymentCircuitBreaker'], { enable: true, rollback: true });
  service.fixed(['inputs', 'waitForSteadyState'], true);
}

/** The target group that a service is registered in; `false`: none. */
function readBehind(service: Resource, containerName: string, containerPort: number | undefined): unknown {
  const path = ['inputs', 'loadBalancers'];
  const targetGroupArn = service.at([...path, '0', 'targetGroupArn']);
  return service.one(path, [undefined, false], [[{ containerName, containerPort, targetGroupArn }], targetGroupArn]);
}

function readNetwork(
  service: Resource,
  group: Resource | undefined,
  ground: Ground,
  artefact: Artefact,
): Pick<Partial<AwsServiceFact>, 'publicAddresses'> {
  const path = ['inputs', 'networkConfiguration'];
  service.fixed([...path, 'securityGroups'], group && [to(group, 'id')]);
  service.fixed([...path, 'subnets'], privateSubnetsIn(dialect, artefact) ?? networkOf(ground).subnets);
  return { publicAddresses: service.one([...path, 'assignPublicIp'], [true, true], [false, false]) };
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

/** The first versions of these secrets: no task can start before they exist. */
const versionsOf = (secrets: readonly string[], artefact: Artefact): Resource[] =>
  [...new Set(secrets)].flatMap(
    (name) => artefact.part(`secrets.${name}`, 'aws:secretsmanager/secretVersion:SecretVersion') ?? [],
  );

/** Requires that a service waits for exactly these, in any order. */
function readDependencies(service: Resource, resources: readonly (Resource | undefined)[]): void {
  const wanted = resources.filter((resource) => resource !== undefined).map(({ address }) => address);
  const found = service.at(['options', 'dependsOn']);
  service.fixed(['options', 'dependsOn'], holdsAll(found, wanted) ? found : wanted);
}
