import {
  Lazy,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
  type IResolveContext,
  type TerraformProvider,
} from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { defaultProviderIn } from './provider';

/** A resource or a data source. */
type Placed = TerraformResource | TerraformDataSource;

const isPlaced = (one: IConstruct): one is Placed =>
  one instanceof TerraformResource || one instanceof TerraformDataSource;

/** Google resources that can be in another project than their provider's. */
type InProject = Placed & { project: string; readonly projectInput: string | undefined };

const canBeInProject = (one: Placed): one is InProject => 'projectInput' in one;

/** Gives every resource and data source of an architecture the provider of its name, if the app passed one. */
export function useProviders(architecture: Construct, providers: readonly TerraformProvider[]): void {
  for (const one of architecture.node.findAll().filter(isPlaced)) {
    const name = one.terraformGeneratorMetadata?.providerName;
    one.provider ??= providers.find(({ terraformResourceType }) => terraformResourceType === name);
  }
}

/**
 * Puts every resource of an architecture into its project, as far as its provider has another one, or none in the stack:
 * some name their project, and those that don't would be in the provider's. The provider is known when the stack is
 * synthesized, since an app can create it later, or assign it with an aspect.
 */
export function keepInProject(architecture: Construct, project: string): void {
  for (const one of architecture.node.findAll().filter(isPlaced).filter(canBeInProject)) {
    if (one.projectInput !== undefined) continue;
    const produce = ({ resolve }: IResolveContext) => (isInProject(one, project, resolve) ? undefined : project);
    one.project = Lazy.stringValue({ produce });
  }
}

function isInProject(one: Placed, project: string, resolve: (value: unknown) => unknown): boolean {
  const provider = one.provider ?? defaultProviderIn(TerraformStack.of(one), 'google');
  const { projectInput: own } = (provider ?? {}) as { projectInput?: string };
  return own !== undefined && resolve(own) === resolve(project);
}
