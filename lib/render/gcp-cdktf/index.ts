import './installed';
import { TerraformProvider, type IResolvable, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { planGcp } from '../../cloud/gcp/architecture';
import type { Problem } from '../../model/problem';
import { contextSource } from '../../settings/context';
import { withHeld } from '../../settings/held';
import type { ElementsOf } from '../elements';
import { onEngine } from '../engine-error';
import { nameFor, prepare, resolveFor, type ArchitectureProps, type Choices, type Given } from '../prepare';
import { placeHints, requireTexts } from '../required';
import { annotate } from './annotate';
import { checkApp } from './app';
import { exportOutputs, renderArchitecture, stamp, type Rendered, type RenderedArchitecture } from './architecture';
import type { RenderedFoundation } from './foundation';
import { held as holder, heldToken } from './held';
import { keepInProject, useProviders } from './place';
import { addProvider, passProviders, providersOf } from './provider';
import { store } from './store';
import type { Where } from './where';

export type { RenderedApi } from './api';
export type { RenderedBucket } from './bucket';
export type { RenderedFoundation } from './foundation';
export type { RenderedFunction } from './function';
export type { RenderedQueue } from './queue';
export type { RenderedSecret } from './secret';
export type { RenderedService } from './service';
export type { RenderedTable } from './table';
export type { RenderedTopic } from './topic';

/**
 * Properties of a `ServerlessArchitecture`. The app owns the providers and the variables; the construct creates neither.
 */
export interface ServerlessArchitectureProps<A extends Given = Given> extends ArchitectureProps<A, IResolvable> {
  /** The id of the project: text, or a variable's value. */
  readonly project: string;
  /** The region: text, or a variable's value. */
  readonly region: string;
  /**
   * The provider of the architecture's resources and data sources, such as one with an alias. Pass a list to choose
   * Google's beta provider and `time`, too. Resources are created in `project`, whatever the provider's project is.
   * @default the stack's providers without an alias
   */
  readonly provider?: TerraformProvider | readonly TerraformProvider[];
  /**
   * Creates a Terraform output for each of the architecture's outputs, with the same name.
   * @default false: the app can read `outputs` instead
   */
  readonly exportOutputs?: boolean;
}

type Elements<A extends Given> = ElementsOf<A, Rendered>;

/**
 * A serverless architecture as constructs: one below `<kind>/<element>` for each element.
 * @throws ArchitectureError with every problem of the architecture
 */
export class ServerlessArchitecture<const A extends Given = Given> extends Construct implements Elements<A> {
  /**
   * Returns the name of an architecture with its environment, which a stack with nothing else should have.
   * @throws ArchitectureError with every problem of the architecture
   */
  static nameOf(scope: Construct, props: ArchitectureProps<Given, IResolvable>): string {
    return nameFor('gcp-cdktf', props, choicesIn(scope));
  }

  /**
   * Adds the providers beside Google's that an architecture needs to a stack, as far as the stack has none: Google's beta
   * provider for Pub/Sub's service agent, and `time` for the wait until permissions take effect.
   * @throws ArchitectureError with every problem of the architecture; Error if a provider's package isn't installed
   */
  static addProviders(stack: TerraformStack, props: ServerlessArchitectureProps): void {
    const { project, region } = requirePlace(props);
    const passed = providersIn(props).map(({ terraformResourceType }) => terraformResourceType);
    const { architecture } = resolveFor('gcp-cdktf', props, choicesIn(stack));
    const missing = providersOf(architecture).filter((name) => !passed.includes(name));
    for (const name of missing) addProvider(stack, name, { project, region });
  }

  /** The foundation, or only the resources that build functions if the architecture declares none. */
  readonly foundation!: RenderedFoundation;
  readonly functions!: Elements<A>['functions'];
  readonly services!: Elements<A>['services'];
  readonly apis!: Elements<A>['apis'];
  readonly queues!: Elements<A>['queues'];
  readonly topics!: Elements<A>['topics'];
  readonly buckets!: Elements<A>['buckets'];
  readonly secrets!: Elements<A>['secrets'];
  readonly tables!: Elements<A>['tables'];
  /** The values of the architecture's outputs, by name. */
  readonly outputs!: Readonly<Record<string, string>>;
  /** Warnings about the architecture. `formatProblem` makes text of them. */
  readonly warnings: readonly Problem[];

  constructor(scope: Construct, id: string, props: ServerlessArchitectureProps<A>) {
    super(scope, id);
    const where = requirePlace(props);
    const prepared = prepare('gcp-cdktf', props, {
      ...choicesIn(this),
      withoutCode: { value: this.node.tryGetContext('withoutCode'), from: 'context withoutCode in cdktf.json' },
    });
    const { architecture, env, archives, held, warnings, stored } = prepared;
    const plan = planGcp(architecture, archives, env);
    const providers = providersIn(props);
    passProviders(this, providers);
    // Fields of the same names; `implements` holds the list of kinds complete.
    const rendered: RenderedArchitecture = onEngine('gcp-cdktf', () => renderArchitecture(this, plan, where, held));
    useProviders(this, providers);
    keepInProject(this, where.project);
    Object.assign(this, rendered);
    this.warnings = warnings;
    annotate(this, warnings);
    checkApp(this, plan, where);
    if (props.exportOutputs) exportOutputs(this, rendered.outputs);
    stamp(this, prepared, where);
    store(this, stored);
  }
}

/** @throws ArchitectureError that names each of the two that is missing or empty */
function requirePlace({ project, region }: ServerlessArchitectureProps): Where {
  requireTexts({ project, region }, placeHints);
  return { project, region };
}

const providersIn = ({ provider = [] }: ServerlessArchitectureProps): readonly TerraformProvider[] =>
  provider instanceof TerraformProvider ? [provider] : provider;

const choicesIn = (scope: Construct): Choices => ({
  parameters: {
    ...withHeld(
      contextSource(
        'CDKTF',
        (key) => scope.node.tryGetContext(key),
        () => Object.keys(scope.node.getAllContext() as object),
      ),
      // In cdktf.json, nobody expects an expression of Terraform.
      heldToken,
    ),
    holder,
  },
  env: [
    { value: scope.node.tryGetContext('env'), from: 'context env in cdktf.json', needsOverlay: true, isShared: true },
  ],
});
