import { Function as CloudFunction } from '@pulumi/gcp/cloudfunctionsv2';
import { Account } from '@pulumi/gcp/serviceaccount';
import { BucketObject } from '@pulumi/gcp/storage';
import { asset, type Output } from '@pulumi/pulumi';
import type { GcpFunctionPlan } from '../../cloud/gcp/function';
import type { Element } from '../pulumi-element';
import { leave, renderSchedule, type RenderedSchedule } from './cold-start';
import { renderGrant } from './grant';
import type { Parts } from './parts';
import { renderWarmer, type RenderedWarmer } from './warmer';
import type { Where } from './where';

/** Pulumi resources created for a function. */
export interface RenderedFunction {
  readonly function: CloudFunction;
  /** The function's service account. */
  readonly serviceAccount: Account;
  /** Undefined where the minimum never changes. */
  readonly schedule?: RenderedSchedule;
  /** Undefined where nothing keeps it warm by calling it. */
  readonly warmer?: RenderedWarmer;
  /** The function's URL, without a trailing slash. */
  readonly url: Output<string>;
}

export function renderFunction(parent: Element, plan: GcpFunctionPlan, parts: Parts, where: Where): RenderedFunction {
  const serviceAccount = new Account(
    `${parent.prefix}-service-account`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const { name, email, member } = serviceAccount;
  parts.provide(plan.element, 'serviceAccount', { name, email, member });
  const grants = plan.grants.map((grant) => renderGrant(parent, grant, parts, where));
  const source = renderSource(parent, plan, parts);
  const handler = new CloudFunction(
    `${parent.prefix}-function`,
    {
      name: plan.name,
      location: where.region,
      labels: plan.labels,
      buildConfig: {
        runtime: plan.runtime,
        entryPoint: plan.entryPoint,
        source: { storageSource: { bucket: source.bucket, object: source.name } },
        dockerRepository: parts.token({ of: 'foundation', part: 'repository', attribute: 'id' }),
        serviceAccount: parts.token({ of: 'foundation', part: 'buildAccount', attribute: 'name' }),
      },
      serviceConfig: {
        availableMemory: plan.memory,
        ...(plan.cpu !== undefined && { availableCpu: plan.cpu }),
        timeoutSeconds: plan.timeoutSeconds,
        environmentVariables: parts.texts(plan.environment),
        minInstanceCount: plan.warmth.min,
        maxInstanceCount: plan.warmth.max,
        maxInstanceRequestConcurrency: plan.concurrency,
        ...(plan.network && {
          directVpcEgress: `VPC_EGRESS_${plan.network.egress}`,
          directVpcNetworkInterfaces: [
            { network: parts.text(plan.network.network), subnetwork: parts.text(plan.network.subnetwork) },
          ],
        }),
        ingressSettings: plan.ingress,
        serviceAccountEmail: serviceAccount.email,
        // Traffic goes to what was deployed last, which Google would otherwise leave open.
        allTrafficOnLatestRevision: true,
      },
    },
    // An instance that starts before its permissions exist fails its first requests.
    {
      parent,
      dependsOn: [...parts.needs(plan.needs), ...parts.waited(plan.after), ...parts.ways(plan.network), ...grants],
      ...leave(plan.schedule, 'serviceConfig.minInstanceCount'),
    },
  );
  // The run.app address: internal ingress admits Google's own callers only there, and `url` is another one.
  const url = handler.serviceConfig.apply((config) => config!.uri);
  parts.provide(plan.element, 'function', { name: handler.name, arn: handler.id, url });
  const schedule = plan.schedule && renderSchedule(parent, plan.schedule, parts, where);
  const warmer = plan.warmer && renderWarmer(parent, plan.warmer, parts, where);
  return { function: handler, serviceAccount, schedule, warmer, url };
}

const renderSource = (parent: Element, { source }: GcpFunctionPlan, parts: Parts): BucketObject =>
  new BucketObject(
    `${parent.prefix}-source`,
    {
      name: source.object,
      bucket: parts.token({ of: 'foundation', part: 'sourceBucket', attribute: 'name' }),
      source: new asset.FileArchive(source.archive.path),
    },
    { parent },
  );
