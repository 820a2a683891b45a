import {
  CloudRunV2Service,
  type CloudRunV2ServiceTemplateContainers,
  type CloudRunV2ServiceTemplateContainersLivenessProbe,
} from '@cdktf/provider-google/lib/cloud-run-v2-service';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { Construct } from 'constructs';
import type { GcpProbe, GcpServicePlan } from '../../cloud/gcp/service';
import { leave, renderSchedule, type RenderedSchedule } from './cold-start';
import { renderGrant } from './grant';
import type { Parts } from './parts';
import { renderWarmer, type RenderedWarmer } from './warmer';
import type { Where } from './where';

/** CDKTF constructs created for a service. */
export interface RenderedService {
  readonly service: CloudRunV2Service;
  /** The container's service account. */
  readonly serviceAccount: ServiceAccount;
  /** Undefined where the minimum never changes. */
  readonly schedule?: RenderedSchedule;
  /** Undefined where nothing keeps it warm by calling it. */
  readonly warmer?: RenderedWarmer;
  /** The service's URL, without a trailing slash. */
  readonly url: string;
}

export function renderService(scope: Construct, plan: GcpServicePlan, parts: Parts, where: Where): RenderedService {
  const { warmth } = plan;
  const serviceAccount = new ServiceAccount(scope, 'ServiceAccount', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn: parts.needs(plan.serviceAccount.needs),
  });
  const { name, email, member } = serviceAccount;
  parts.provide(plan.element, 'serviceAccount', { name, email, member });
  const grants = plan.grants.map((grant) => renderGrant(scope, grant, parts, where));
  const service = new CloudRunV2Service(scope, 'Service', {
    name: plan.name,
    location: where.region,
    labels: plan.labels,
    ingress: plan.ingress,
    invokerIamDisabled: plan.open,
    deletionProtection: plan.deletionProtection,
    scaling: {
      scalingMode: warmth.mode,
      ...(warmth.mode === 'MANUAL' && { manualInstanceCount: warmth.instances }),
    },
    template: {
      serviceAccount: serviceAccount.email,
      maxInstanceRequestConcurrency: plan.concurrency,
      ...(warmth.mode === 'AUTOMATIC' && {
        scaling: { minInstanceCount: warmth.revision.min, maxInstanceCount: warmth.revision.max },
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
    traffic: [{ type: plan.traffic.to, percent: plan.traffic.percent }],
    // An instance reads its secrets when it starts, and needs its permissions from its first request on.
    dependsOn: [
      ...parts.needs(plan.needs),
      ...parts.ways(plan.network),
      ...grants,
      ...parts.filled(plan.secrets.map(({ of }) => of)),
    ],
    lifecycle: leave(plan.schedule, 'scaling[0].min_instance_count'),
  });
  parts.provide(plan.element, 'service', { id: service.id, name: service.name, url: service.uri });
  const schedule = plan.schedule && renderSchedule(scope, plan.schedule, parts, where);
  const warmer = plan.warmer && renderWarmer(scope, plan.warmer, parts, where);
  return { service, serviceAccount, schedule, warmer, url: service.uri };
}

const containerOf = (plan: GcpServicePlan, parts: Parts): CloudRunV2ServiceTemplateContainers => ({
  image: parts.text([plan.image]),
  args: plan.args?.map((arg) => parts.text([arg])),
  ports: { containerPort: plan.port },
  env: [
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
  startupProbe: probeOf(plan.startup, parts),
  livenessProbe: probeOf(plan.liveness, parts),
});

const probeOf = (plan: GcpProbe, parts: Parts): CloudRunV2ServiceTemplateContainersLivenessProbe => ({
  httpGet: { path: parts.text([plan.path]), port: plan.port },
  periodSeconds: plan.periodSeconds,
  timeoutSeconds: plan.timeoutSeconds,
  failureThreshold: plan.failureThreshold,
});
