import {
  ComponentResource,
  Config,
  log,
  runtime,
  RunError,
  type ComponentResourceOptions,
  type Input,
} from '@pulumi/pulumi';
import type { Cloud } from '../model/target';
import type { Kind } from '../model/kind';
import type { ParameterSource } from '../model/parameters';
import { formatProblem } from '../model/problem';
import { pulumiSource } from '../settings/pulumi';
import type { RenderedArchitecture as RenderedOnAws } from './aws-pulumi/architecture';
import type { RenderedArchitecture as RenderedOnGcp } from './gcp-pulumi/architecture';
import type { ElementsOf } from './elements';
import { onEngine } from './engine-error';
import { nameFor, prepare, type ArchitectureProps, type Given, type Prepared } from './prepare';

/** Properties of a `ServerlessArchitecture`. */
export interface ServerlessArchitectureArgs<
  C extends Cloud = Cloud,
  A extends Given = Given,
> extends ArchitectureProps<A> {
  /** The cloud to deploy to. */
  readonly cloud: C;
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
   * Returns the name of an architecture, which the component should have in a program with nothing else.
   * @throws ArchitectureError with every problem of the architecture
   */
  static nameOf(args: ServerlessArchitectureArgs): string {
    return nameFor(`${args.cloud}-pulumi`, args, parametersIn(new Config()));
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

  constructor(name: string, args: ServerlessArchitectureArgs<C, A>, options?: ComponentResourceOptions) {
    const configuration = new Config();
    const { architecture, archives, empty, warnings } = prepare(`${args.cloud}-pulumi`, args, {
      parameters: parametersIn(configuration),
      withoutCode: { value: configuration.get('withoutCode'), from: 'pulumi config withoutCode' },
    });
    if (empty.length > 0 && !runtime.isDryRun()) refuseEmptyArchives(empty);
    super(`triptych:${args.cloud}:ServerlessArchitecture`, name, {}, options);
    for (const warning of warnings) void log.warn(formatProblem(warning), this);
    const rendered: RenderedOn<C> = renderOn[args.cloud](this, name, { architecture, archives });
    // Fields of the same names; `implements` holds the list of kinds complete.
    Object.assign(this, rendered);
    // The component registers what it was rendered from, so that it can be found and compared.
    this.registerOutputs({
      version: 1,
      architecture: architecture.name,
      withoutCode: empty,
      outputs: rendered.outputs,
    });
  }
}

type Render<C extends Cloud> = (
  parent: ComponentResource,
  name: string,
  prepared: Pick<Prepared, 'architecture' | 'archives'>,
) => RenderedOn<C>;

/* eslint-disable @typescript-eslint/no-require-imports -- a program for one cloud must not load another one's SDK */
const renderOn: { readonly [C in Cloud]: Render<C> } = {
  aws(parent, name, { architecture, archives }) {
    const { planAws } = require('../cloud/aws/architecture') as typeof import('../cloud/aws/architecture');
    const target = require('./aws-pulumi/architecture') as typeof import('./aws-pulumi/architecture');
    return onEngine('aws-pulumi', () => target.renderArchitecture(parent, name, planAws(architecture, archives)));
  },
  gcp(parent, name, { architecture, archives }) {
    const { planGcp } = require('../cloud/gcp/architecture') as typeof import('../cloud/gcp/architecture');
    const target = require('./gcp-pulumi/architecture') as typeof import('./gcp-pulumi/architecture');
    return onEngine('gcp-pulumi', () => target.renderArchitecture(parent, name, planGcp(architecture, archives)));
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** Exists at run time, but the SDK's types leave it out. */
const { isConfigSecret } = runtime as typeof runtime & { isConfigSecret(key: string): boolean };

const parametersIn = (configuration: Config): ParameterSource =>
  pulumiSource(
    (key) => configuration.get(key),
    (key) => isConfigSecret(`${configuration.name}:${key}`),
  );

/** Allows a preview of a program with empty archives, and refuses its deployment. */
function refuseEmptyArchives(functions: readonly string[]): never {
  throw new RunError(
    `the code of ${functions.join(', ')} was left out: build it and unset withoutCode (pulumi config rm withoutCode)`,
  );
}
