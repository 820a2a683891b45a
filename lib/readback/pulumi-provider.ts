import type { Registration } from './registration';
import { isObject } from './resource';

/**
 * The explicit providers of an architecture's component. With them an app chooses account, project and region, as an
 * app of CDK or CDKTF does with its stack. Pulumi passes them on to everything below:
 * https://www.pulumi.com/docs/iac/concepts/resources/options/providers/
 */
export function providersOf({ options = {} }: Registration): unknown[] {
  const { provider, providers } = options;
  return [provider, ...(isObject(providers) ? Object.values(providers) : [])].filter((one) => one !== undefined);
}

/** A registration without the providers among some; any other one stays. */
export function without(inherited: readonly unknown[], registration: Registration): Registration {
  if (inherited.length === 0 || registration.options === undefined) return registration;
  const { provider, providers, ...others } = registration.options;
  const isOwn = (one: unknown) => one !== undefined && !inherited.includes(one);
  const own = isObject(providers) ? Object.entries(providers).filter(([, one]) => isOwn(one)) : [];
  const options = {
    ...others,
    ...(isOwn(provider) && { provider }),
    ...(own.length > 0 && { providers: Object.fromEntries(own) }),
  };
  return { ...registration, options };
}
