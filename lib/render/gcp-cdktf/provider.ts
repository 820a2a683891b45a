import { TerraformProvider, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { planFoundation } from '../../cloud/gcp/foundation';
import type { ResolvedArchitecture } from '../../model/architecture';
import { ArchitectureError } from '../../model/problem';
import type { Where } from './where';

/** The Terraform providers beside Google's that an architecture may need, by the names in Terraform. */
export type ProviderName = 'google-beta' | 'time';

/** A provider: its npm package, and the code that adds it to a stack. */
interface Provider {
  readonly package: string;
  readonly line: string;
  readonly purpose: string;
  readonly add: (stack: TerraformStack, where: Where) => TerraformProvider;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an app that needs none of these doesn't have their packages */
const providers: Readonly<Record<ProviderName, Provider>> = {
  'google-beta': {
    package: '@cdktf/provider-google-beta',
    line: "new GoogleBetaProvider(stack, 'google-beta', { project, region })",
    purpose: "Pub/Sub's service agent",
    add: (stack, { project, region }) => {
      const { GoogleBetaProvider } =
        require('@cdktf/provider-google-beta/lib/provider') as typeof import('@cdktf/provider-google-beta/lib/provider');
      return new GoogleBetaProvider(stack, 'google-beta', { project, region });
    },
  },
  time: {
    package: '@cdktf/provider-time',
    line: "new TimeProvider(stack, 'time')",
    purpose: 'the wait until permissions take effect',
    add: (stack) => {
      const { TimeProvider } =
        require('@cdktf/provider-time/lib/provider') as typeof import('@cdktf/provider-time/lib/provider');
      return new TimeProvider(stack, 'time');
    },
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** The providers beside Google's that an architecture needs. */
export function providersOf(architecture: ResolvedArchitecture): readonly ProviderName[] {
  const { pubsubAgent, waits } = planFoundation(architecture, { architecture: architecture.name }, []);
  return [
    ...(pubsubAgent ? ['google-beta' as const] : []),
    ...(Object.keys(waits).length > 0 ? ['time' as const] : []),
  ];
}

/**
 * Adds a provider to a stack that has none of that name.
 * @throws ArchitectureError if its package isn't installed
 */
export function addProvider(stack: TerraformStack, name: ProviderName, where: Where): void {
  if (!defaultProviderIn(stack, name)) installed(name, () => providers[name].add(stack, where));
}

/** The providers that apps pass to architectures. */
const passed = new WeakMap<Construct, readonly TerraformProvider[]>();

/** Remembers the providers that an app passes to an architecture, for everything below it. */
export function passProviders(architecture: Construct, given: readonly TerraformProvider[]): void {
  passed.set(architecture, given);
}

/**
 * The provider of that name that the app passed to the architecture of a construct, or else that of its stack.
 * @throws ArchitectureError if there is none
 */
export function providerFor(scope: Construct, name: ProviderName): TerraformProvider {
  const stack = TerraformStack.of(scope);
  const given = scope.node.scopes.flatMap((above) => passed.get(above as Construct) ?? []);
  const found =
    given.find(({ terraformResourceType }) => terraformResourceType === name) ?? defaultProviderIn(stack, name);
  if (found) return found;
  const { line, package: from, purpose } = providers[name];
  throw new ArchitectureError([
    {
      severity: 'error',
      path: '',
      message: `the stack ${stack.node.id} has no provider ${name}, which ${scope.node.path} requires for ${purpose}`,
      hint:
        `add ${line} from ${from}/lib/provider before the architecture, ` +
        'or ServerlessArchitecture.addProviders(stack, { architecture, project, region }); pass one with an alias as `provider`',
    },
  ]);
}

/**
 * Loads a module of a provider's package, for a construct on whose stack there is that provider.
 * @throws ArchitectureError if the stack has no such provider, or the package isn't installed
 */
export function load<Module>(scope: Construct, name: ProviderName, required: () => Module): Module {
  providerFor(scope, name);
  return installed(name, required);
}

/** A stack's provider of that name for resources without a provider of their own. */
export const defaultProviderIn = (
  stack: TerraformStack,
  name: ProviderName | 'google',
): TerraformProvider | undefined =>
  stack.node.findAll().find(
    (one): one is TerraformProvider =>
      TerraformProvider.isConstruct(one) &&
      one instanceof TerraformProvider &&
      one.terraformResourceType === name &&
      // One with an alias is for the app's own purposes.
      one.alias === undefined,
  );

function installed<Result>(name: ProviderName, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const { package: missing, purpose } = providers[name];
    const isMissing = (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' && String(error).includes(missing);
    if (!isMissing) throw error;
    const message = `${missing} isn't installed, and ${purpose} requires it`;
    const problem = { severity: 'error', path: '', message, hint: `npm install ${missing}` } as const;
    throw Object.assign(new ArchitectureError([problem]), { cause: error });
  }
}
