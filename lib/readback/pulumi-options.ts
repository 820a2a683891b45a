import type { Json } from './document';
import type { Registration } from './registration';
import { equal, isObject, type Unrecognized } from './resource';
import { usual } from './uniform';

/** The registrations of an app's program, without the options that are the app's own choice. */
export interface Left {
  readonly registrations: readonly Registration[];
  /** The options of the whole component that change what a deployment does. */
  readonly beside: readonly Unrecognized[];
  /** The providers of the architecture's resources and invokes. */
  readonly providers: readonly unknown[];
}

/**
 * The options of the whole component that leave its resources as they are. With providers an app chooses account, project
 * and region, as an app of CDK or CDKTF does with its stack. `protect` stops a deletion, aliases are earlier URNs, and
 * dependencies are an order.
 * @see https://www.pulumi.com/docs/iac/concepts/resources/options/
 */
const ofComponent = ['provider', 'providers', 'protect', 'aliases', 'dependsOn', 'customTimeouts'];

/** Says in a difference what a resource has in place of an explicit provider. */
const noProvider = 'the default provider';

/**
 * Leaves out the options that an app gives to a whole architecture: providers and `protect`, which Pulumi passes on to
 * everything below a component, and timeouts. A resource with another provider keeps it, and so does one that is
 * protected although the others aren't.
 */
export function leaveToApp(registrations: readonly Registration[], root: Registration): Left {
  const below = descendantsOf(root, registrations);
  const providers = usualProviders(below, root);
  const resources = below.filter(({ custom }) => custom);
  const isProtected = usual(resources.map(({ options = {} }) => options['protect'] === true)) ?? false;
  const inside = new Set(below);
  return {
    registrations: registrations.map((one) => {
      if (one === root) return { ...one, options: {} };
      return inside.has(one) ? withoutUsual(one, providers, isProtected) : one;
    }),
    beside: Object.entries(root.options ?? {})
      .filter(([key]) => !ofComponent.includes(key))
      .map(([key, value]) => ({ resource: root.urn, path: ['options', key], value })),
    providers: [...providers.values()].filter((one) => one !== noProvider),
  };
}

function descendantsOf(root: Registration, registrations: readonly Registration[]): Registration[] {
  const byUrn = new Map(registrations.map((one) => [one.urn, one]));
  const isBelow = ({ parent }: Registration): boolean => {
    const seen = new Set<string>();
    for (let at = parent; at !== null && !seen.has(at); at = byUrn.get(at)?.parent ?? null) {
      if (at === root.urn) return true;
      seen.add(at);
    }
    return false;
  };
  return registrations.filter(isBelow);
}

/** The provider of most resources of each package: the component's own, if it has one. */
function usualProviders(below: readonly Registration[], { options = {} }: Registration): Map<string, unknown> {
  const { provider, providers } = options;
  const byPackage: Json = isObject(providers) ? providers : {};
  const ofPackages = new Map<string, unknown[]>();
  for (const one of below.filter(({ custom }) => custom))
    ofPackages.set(packageOf(one), [...(ofPackages.get(packageOf(one)) ?? []), providerOf(one)]);
  const chosen = [...ofPackages].map(([name, of]) => {
    const own = isText(provider) && provider.includes(`::pulumi:providers:${name}::`) ? provider : undefined;
    return [name, byPackage[name] ?? own ?? usual(of)] as const;
  });
  return new Map(chosen);
}

const isText = (value: unknown): value is string => typeof value === 'string';

const packageOf = ({ type }: Registration): string => type.split(':')[0]!;

const providerOf = ({ options = {} }: Registration): unknown => options['provider'] ?? noProvider;

function withoutUsual(one: Registration, usualOf: ReadonlyMap<string, unknown>, isProtected: boolean): Registration {
  const { provider, providers, protect, customTimeouts: _, ...others } = one.options ?? {};
  const inherited = [...usualOf.values()];
  const other = one.custom && !equal(providerOf(one), usualOf.get(packageOf(one))) ? providerOf(one) : undefined;
  const own = isObject(providers) ? Object.entries(providers).filter(([, urn]) => !inherited.includes(urn)) : [];
  const options: Json = {
    ...others,
    ...(one.custom
      ? other !== undefined && { provider: other }
      : provider !== undefined && !inherited.includes(provider) && { provider }),
    ...(own.length > 0 && { providers: Object.fromEntries(own) }),
    ...((protect === true) !== isProtected && (one.custom || protect === true) && { protect: protect === true }),
  };
  return { ...one, options };
}
