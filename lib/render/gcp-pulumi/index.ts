import './installed';
import { ComponentResource, type ComponentResourceOptions, type Input } from '@pulumi/pulumi';
import type { Problem } from '../../model/problem';
import type { ElementsOf } from '../elements';
import type { ArchitectureProps, Given } from '../prepare';
import {
  componentName,
  componentOptions,
  componentOutputs,
  componentType,
  prepareComponent,
} from '../pulumi-component';
import type { Rendered } from './architecture';
import { renderBelow } from './component';
import type { RenderedFoundation } from './foundation';

export type { RenderedApi } from './api';
export type { RenderedBucket } from './bucket';
export type { RenderedFoundation } from './foundation';
export type { RenderedFunction } from './function';
export type { RenderedQueue } from './queue';
export type { RenderedSecret } from './secret';
export type { RenderedService } from './service';
export type { RenderedTable } from './table';
export type { RenderedTopic } from './topic';

/** Properties of a `ServerlessArchitecture`. */
export interface ServerlessArchitectureArgs<A extends Given = Given> extends ArchitectureProps<A, Input<string>> {
  /**
   * The id of the project. Every resource is created in it, whatever the provider's project is.
   * @default that of the component's explicit provider, or without one, `gcp:project` of the configuration
   */
  readonly project?: Input<string>;
  /**
   * The region.
   * @default that of the component's explicit provider, or without one, `gcp:region` of the configuration
   */
  readonly region?: Input<string>;
}

type Elements<A extends Given> = ElementsOf<A, Rendered>;

/**
 * A serverless architecture on Google Cloud as a component: one below it for each element. The same component as that of
 * `triptych-iac/pulumi` with the cloud `gcp`, for programs that have no other cloud's SDK.
 * @throws ArchitectureError with every problem of the architecture
 */
export class ServerlessArchitecture<const A extends Given = Given> extends ComponentResource implements Elements<A> {
  /**
   * Returns the name of an architecture with its environment, which the component should have in a program with nothing
   * else.
   * @throws ArchitectureError with every problem of the architecture
   */
  static nameOf(args: ServerlessArchitectureArgs): string {
    return componentName('gcp', args);
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
  /** The values of the architecture's outputs, by name. The program exports those that it needs. */
  readonly outputs!: Readonly<Record<string, Input<string>>>;
  /** Warnings about the architecture, which Pulumi prints too. `formatProblem` makes text of them. */
  readonly warnings: readonly Problem[];

  constructor(name: string, args: ServerlessArchitectureArgs<A>, options?: ComponentResourceOptions) {
    const prepared = prepareComponent('gcp', args);
    super(componentType('gcp'), name, {}, componentOptions(prepared, options));
    this.warnings = prepared.warnings;
    const { rendered, where } = renderBelow(this, name, prepared);
    // Fields of the same names; `implements` holds the list of kinds complete.
    Object.assign(this, rendered);
    this.registerOutputs(componentOutputs(prepared, rendered.outputs, where));
  }
}
