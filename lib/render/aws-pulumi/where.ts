import { getCallerIdentityOutput, getPartitionOutput, getRegionOutput } from '@pulumi/aws';
import { Config, type Input, type Resource } from '@pulumi/pulumi';

/** The place that a program deploys to. A value is asked of AWS when it is first needed. */
export type Where = Readonly<Record<'region' | 'account' | 'partition', () => Input<string>>>;

/**
 * The place of a component's provider. An explicit provider has a region of its own; without one, the configuration may
 * name the region. `explicit` returns the region of an explicit provider, if something needed it.
 */
export function placeOf(parent: Resource): { where: Where; explicit: () => { region: Input<string> } | undefined } {
  const hasProvider = parent.getProvider('aws:index:any') !== undefined;
  const configured = hasProvider ? undefined : new Config('aws').get('region');
  let asked: Input<string> | undefined;
  const where = {
    region: () => configured ?? (asked ??= getRegionOutput({}, { parent }).region),
    account: once(() => getCallerIdentityOutput({}, { parent }).accountId),
    partition: once(() => getPartitionOutput({}, { parent }).partition),
  };
  return { where, explicit: () => (hasProvider && asked !== undefined ? { region: asked } : undefined) };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
