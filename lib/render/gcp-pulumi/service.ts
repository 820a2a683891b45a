import { Service } from '@pulumi/gcp/cloudrunv2';
import { Account } from '@pulumi/gcp/serviceaccount';
import type { types } from '@pulumi/gcp';
import type { Output } from '@pulumi/pulumi';
import type { GcpProbe, GcpServicePlan } from '../../cloud/gcp/service';
import type { Element } from '../pulumi-element';
import { leave, renderSchedule, type RenderedSchedule } from './cold-start';
import { renderGrant } from './grant';
import type { Parts } from './parts';
import { renderWarmer, type RenderedWarmer } from './warmer';
import type { Where } from './where';

/** Pulumi resources created for a service. */
export interface RenderedService {
  readonly service: Service;
  /** The container's service account. */
  readonly serviceAccount: Account;
  /** Undefined where the minimum never changes. */
  readonly schedule?: RenderedSchedule;
  /** Undefined where nothing keeps it warm by calling it. */
  readonly warmer?: RenderedWarmer;
  /** The service's URL, without a trailing slash. */
  readonly url: Output<string>;
}

export function renderService(parent: Element, plan: GcpServicePlan, parts: Parts, where: Where): RenderedService {
  const { warmth } = plan;
  const utilization = warmth.mode === 'AUTOMATIC' ? warmth.utilization : undefined;
  const serviceAccount = new Account(
    `${parent.prefix}-service-account`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const { name, email, member } = serviceAccount;
  parts.provide(plan.element, 'serviceAccount', { name, email, member });
  const grants = plan.grants.map((grant) => renderGrant(parent, grant, parts, where));
  const service = new Service(
    `${parent.prefix}-service`,
    {
      name: plan.name,
      location: where.region,
      labels: plan.labels,
      ingress: plan.ingress,
      invokerIamDisabled: plan.open,
      deletionProtection: plan.deletionProtection,
      ...(utilization && { launchStage: utilization.launchStage }),
      scaling: {
        scalingMode: warmth.mode,
        ...(warmth.mode === 'MANUAL' && { manualInstanceCount: warmth.instances }),
      },
      template: {
        serviceAccount: serviceAccount.email,
        maxInstanceRequestConcurrency: plan.concurrency,
        ...(warmth.mode === 'AUTOMATIC' && {
          scaling: {
            minInstanceCount: warmth.revision.min,
            maxInstanceCount: warmth.revision.max,
            ...(utilization && {
              cpuUtilization: utilization.cpu,
              concurrencyUtilization: utilization.concurrency,
            }),
          },
        }),
        containers: [containerOf(plan, parts)],
        ...(plan.network && {
          vpcAccess: {
            egress: plan.network.egress,
            networkInterfaces: [
              { network: parts.text(plan.network.network), subnetwork: parts.text(plan.network.subnetwork) },
            ],
          },
        }),
      },
      traffics: [{ type: plan.traffic.to, percent: plan.traffic.percent }],
    },
    // An instance reads its secrets when it starts, and needs its permissions from its first request on.
    {
      parent,
      dependsOn: [
        ...parts.needs(plan.needs),
        ...parts.ways(plan.network),
        ...grants,
        ...parts.filled(plan.secrets.map(({ of }) => of)),
      ],
      ...leave(plan.schedule, 'scaling.minInstanceCount'),
    },
  );
  parts.provide(plan.element, 'service', { id: service.id, name: service.name, url: service.uri });
  const schedule = plan.schedule && renderSchedule(parent, plan.schedule, parts, where);
  const warmer = plan.warmer && renderWarmer(parent, plan.warmer, parts, where);
  return { service, serviceAccount, schedule, warmer, url: service.uri };
}

const containerOf = (plan: GcpServicePlan, parts: Parts): types.input.cloudrunv2.ServiceTemplateContainer => ({
  image: plan.image,
  ...(plan.args && { args: [...plan.args] }),
  ports: { containerPort: plan.port },
  envs: [
    ...plan.environment.map(({ name, value }) => ({ name, value: parts.text(value) })),
    ...plan.secrets.map(({ name, secret, version }) => ({
      name,
      valueSource: { secretKeyRef: { secret: parts.token(secret), version } },
    })),
  ],
  resources: {
    limits: { cpu: plan.cpu, memory: plan.memory },
    cpuIdle: plan.cpuIdle,
    startupCpuBoost: plan.startupCpuBoost,
  },
  startupProbe: probeOf(plan.startup),
  livenessProbe: probeOf(plan.liveness),
});

const probeOf = (plan: GcpProbe): types.input.cloudrunv2.ServiceTemplateContainerLivenessProbe => ({
  httpGet: { path: plan.path, port: plan.port },
  periodSeconds: plan.periodSeconds,
  timeoutSeconds: plan.timeoutSeconds,
  failureThreshold: plan.failureThreshold,
});
