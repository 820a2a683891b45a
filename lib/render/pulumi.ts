import './pulumi-installed';
import { ComponentResource, type ComponentResourceOptions, type Input } from '@pulumi/pulumi';
import type { Cloud } from '../model/target';
import type { Kind } from '../model/kind';
import type { RenderedArchitecture as RenderedOnAws } from './aws-pulumi/architecture';
import type { RenderedArchitecture as RenderedOnGcp } from './gcp-pulumi/architecture';
import type { ElementsOf } from './elements';
import type { Problem } from '../model/problem';
import type { ArchitectureProps, Given } from './prepare';
import {
  componentName,
  componentOptions,
  componentOutputs,
  componentType,
  prepareComponent,
  type PreparedComponent,
  type RenderedComponent,
} from './pulumi-component';

/** Properties of a `ServerlessArchitecture`. */
export interface ServerlessArchitectureArgs<C extends Cloud = Cloud, A extends Given = Given> extends ArchitectureProps<
  A,
  Input<string>
> {
  /** The cloud to deploy to. */
  readonly cloud: C;
  /**
   * The id of the project, only on Google Cloud. Every resource is created in it, whatever the provider's project is.
   * @default that of the component's explicit provider, or without one, `gcp:project` of the configuration
   */
  readonly project?: Input<string>;
  /**
   * The region, only on Google Cloud. On AWS, the provider has it.
   * @default that of the component's explicit provider, or without one, `gcp:region` of the configuration
   */
  readonly region?: Input<string>;
}

interface RenderedByCloud {
  readonly aws: RenderedOnAws;
  readonly gcp: RenderedOnGcp;
}

/** The Pulumi resources created for an architecture on a cloud. */
export type RenderedOn<C extends Cloud> = RenderedByCloud[C];

/** The Pulumi resources created for an element of a kind on a cloud. */
export type ElementOn<C extends Cloud, K extends Kind> = RenderedOn<C>[K][string];

type Elements<C extends Cloud, A extends Given> = ElementsOf<A, { readonly [K in Kind]: ElementOn<C, K> }>;

/**
 * A serverless architecture as a component: one below it for each element.
 * @throws ArchitectureError with every problem of the architecture
 */
export class ServerlessArchitecture<C extends Cloud = Cloud, const A extends Given = Given>
  extends ComponentResource
  implements Elements<C, A>
{
  /**
   * Returns the name of an architecture with its environment, which the component should have in a program with nothing
   * else.
   * @throws ArchitectureError with every problem of the architecture
   */
  static nameOf(args: ServerlessArchitectureArgs): string {
    return componentName(args.cloud, args);
  }

  readonly foundation!: RenderedOn<C>['foundation'];
  readonly functions!: Elements<C, A>['functions'];
  readonly services!: Elements<C, A>['services'];
  readonly apis!: Elements<C, A>['apis'];
  readonly queues!: Elements<C, A>['queues'];
  readonly topics!: Elements<C, A>['topics'];
  readonly buckets!: Elements<C, A>['buckets'];
  readonly secrets!: Elements<C, A>['secrets'];
  readonly tables!: Elements<C, A>['tables'];
  /** The values of the architecture's outputs, by name. The program exports those that it needs. */
  readonly outputs!: Readonly<Record<string, Input<string>>>;
  /** Warnings about the architecture, which Pulumi prints too. `formatProblem` makes text of them. */
  readonly warnings: readonly Problem[];

  constructor(name: string, args: ServerlessArchitectureArgs<C, A>, options?: ComponentResourceOptions) {
    const prepared = prepareComponent(args.cloud, args);
    super(componentType(args.cloud), name, {}, componentOptions(prepared, options));
    this.warnings = prepared.warnings;
    const { rendered, where } = renderOn[args.cloud](this, name, prepared);
    // Fields of the same names; `implements` holds the list of kinds complete.
    Object.assign(this, rendered);
    this.registerOutputs(componentOutputs(prepared, rendered.outputs, where));
  }
}

type Render<C extends Cloud> = (
  component: ComponentResource,
  name: string,
  prepared: PreparedComponent,
) => RenderedComponent<RenderedOn<C>>;

/* eslint-disable @typescript-eslint/no-require-imports -- a program for one cloud must not load another one's SDK */
const renderOn: { readonly [C in Cloud]: Render<C> } = {
  aws(...given) {
    require('./aws-pulumi/installed');
    const { renderBelow } = require('./aws-pulumi/component') as typeof import('./aws-pulumi/component');
    return renderBelow(...given);
  },
  gcp(...given) {
    require('./gcp-pulumi/installed');
    const { renderBelow } = require('./gcp-pulumi/component') as typeof import('./gcp-pulumi/component');
    return renderBelow(...given);
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */
