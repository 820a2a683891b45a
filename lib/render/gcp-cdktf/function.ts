import { Cloudfunctions2Function } from '@cdktf/provider-google/lib/cloudfunctions2-function';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucketObject } from '@cdktf/provider-google/lib/storage-bucket-object';
import { AssetType, TerraformAsset, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpFunctionPlan } from '../../cloud/gcp/function';
import { leave, renderSchedule, type RenderedSchedule } from './cold-start';
import { renderGrant } from './grant';
import type { Parts } from './parts';
import { renderWarmer, type RenderedWarmer } from './warmer';
import type { Where } from './where';

/** CDKTF constructs created for a function. */
export interface RenderedFunction {
  readonly function: Cloudfunctions2Function;
  /** The function's service account. */
  readonly serviceAccount: ServiceAccount;
  /** Undefined where the minimum never changes. */
  readonly schedule?: RenderedSchedule;
  /** Undefined where nothing keeps it warm by calling it. */
  readonly warmer?: RenderedWarmer;
  /** The function's URL, without a trailing slash. */
  readonly url: string;
}

export function renderFunction(scope: Construct, plan: GcpFunctionPlan, parts: Parts, where: Where): RenderedFunction {
  const serviceAccount = new ServiceAccount(scope, 'ServiceAccount', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn: parts.needs(plan.serviceAccount.needs),
  });
  const { name, email, member } = serviceAccount;
  parts.provide(plan.element, 'serviceAccount', { name, email, member });
  const grants = plan.grants.map((grant) => renderGrant(scope, grant, parts, where));
  const source = renderSource(scope, plan, parts);
  const handler = new Cloudfunctions2Function(scope, 'Function', {
    name: plan.name,
    location: where.region,
    labels: plan.labels,
    buildConfig: {
      runtime: plan.runtime,
      entryPoint: parts.text([plan.entryPoint]),
      source: { storageSource: { bucket: source.bucket, object: source.name } },
      dockerRepository: parts.token({ of: 'foundation', part: 'repository', attribute: 'id' }),
      serviceAccount: parts.token({ of: 'foundation', part: 'buildAccount', attribute: 'name' }),
    },
    serviceConfig: {
      availableMemory: plan.memory,
      availableCpu: plan.cpu,
      timeoutSeconds: plan.timeoutSeconds,
      environmentVariables: parts.texts(plan.environment),
      minInstanceCount: plan.warmth.min,
      maxInstanceCount: plan.warmth.max,
      maxInstanceRequestConcurrency: plan.concurrency,
      vpcConnector: plan.network && parts.token({ of: 'foundation', part: 'connector', attribute: 'id' }),
      vpcConnectorEgressSettings: plan.network?.egress,
      ingressSettings: plan.ingress,
      serviceAccountEmail: serviceAccount.email,
      // Traffic goes to what was deployed last, which Google would otherwise leave open.
      allTrafficOnLatestRevision: true,
    },
    // An instance that starts before its permissions exist fails its first requests.
    dependsOn: [...parts.needs(plan.needs), ...parts.waited(plan.after), ...parts.ways(plan.network), ...grants],
    lifecycle: leave(plan.schedule, 'service_config[0].min_instance_count'),
  });
  // The run.app address: internal ingress admits Google's own callers only there, and `url` is another one.
  const url = handler.serviceConfig.uri;
  parts.provide(plan.element, 'function', { name: handler.name, arn: handler.id, url });
  const schedule = plan.schedule && renderSchedule(scope, plan.schedule, parts, where);
  const warmer = plan.warmer && renderWarmer(scope, plan.warmer, parts, where);
  return { function: handler, serviceAccount, schedule, warmer, url };
}

function renderSource(scope: Construct, { source }: GcpFunctionPlan, parts: Parts): StorageBucketObject {
  const asset = new TerraformAsset(scope, 'Source', {
    path: source.archive.path,
    type: AssetType.FILE,
    assetHash: source.archive.sha256,
  });
  return new StorageBucketObject(scope, 'SourceObject', {
    name: source.object,
    bucket: parts.token({ of: 'foundation', part: 'sourceBucket', attribute: 'name' }),
    source: asset.path,
    lifecycle: source.archive.empty ? refuseEmpty : undefined,
  });
}

/** An archive that was left empty may be looked at, and not deployed. */
const refuseEmpty: TerraformResourceLifecycle = {
  precondition: [
    {
      // Never true: Terraform takes no condition that refers to nothing, such as `false`.
      condition: '${path.module == null}',
      errorMessage: 'the code was left out: build it, and synthesize without `withoutCode`',
    },
  ],
};
