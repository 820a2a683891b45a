import { Construct } from 'constructs';
import { planGcp } from '../../cloud/gcp/architecture';
import type { ParameterSource } from '../../model/parameters';
import type { Problem } from '../../model/problem';
import { contextSource } from '../../settings/context';
import { nameFor, prepare, type ArchitectureProps, type ByName, type Given } from '../prepare';
import type { RenderedApi } from './api';
import { exportOutputs, renderArchitecture, stamp } from './architecture';
import type { RenderedFoundation } from './foundation';
import type { RenderedFunction } from './function';
import type { RenderedService } from './service';
import type { RenderedQueue } from './queue';
import type { RenderedSecret } from './secret';
import type { RenderedTable } from './table';
import type { RenderedTopic } from './topic';
import type { RenderedBucket } from './bucket';

export type {
  RenderedApi,
  RenderedBucket,
  RenderedFoundation,
  RenderedFunction,
  RenderedQueue,
  RenderedSecret,
  RenderedService,
  RenderedTable,
  RenderedTopic,
};

/** What a `ServerlessArchitecture` takes. The app owns the provider and the variables; the construct makes none. */
export interface ServerlessArchitectureProps<A extends Given = Given> extends ArchitectureProps<A> {
  /** The project's id, as the app knows it: a variable, or text. */
  readonly project: string;
  /** The region, as the app knows it. */
  readonly region: string;
  /**
   * Makes a Terraform output of each of the architecture's outputs, under just its name.
   * @default false: the app reads `outputs`
   */
  readonly exportOutputs?: boolean;
}

/**
 * A serverless architecture as constructs: one below `<kind>/<element>` for each element.
 * @throws ArchitectureError with everything that is wrong with the architecture
 */
export class ServerlessArchitecture<const A extends Given = Given> extends Construct {
  /**
   * The name of an architecture, which is that of a stack that holds nothing else.
   * @throws ArchitectureError with everything that is wrong with the architecture
   */
  static nameOf(scope: Construct, props: ArchitectureProps): string {
    return nameFor('gcp-cdktf', props, parametersIn(scope));
  }

  /** The ground, or what functions are built with where the architecture makes none. */
  readonly foundation: RenderedFoundation;
  readonly functions: ByName<A, 'functions', RenderedFunction>;
  readonly services: ByName<A, 'services', RenderedService>;
  readonly apis: ByName<A, 'apis', RenderedApi>;
  readonly queues: ByName<A, 'queues', RenderedQueue>;
  readonly topics: ByName<A, 'topics', RenderedTopic>;
  readonly buckets: ByName<A, 'buckets', RenderedBucket>;
  readonly secrets: ByName<A, 'secrets', RenderedSecret>;
  readonly tables: ByName<A, 'tables', RenderedTable>;
  /** The values of the architecture's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What has to be known about the architecture, and stops nothing; `formatProblem` makes text of it. */
  readonly warnings: readonly Problem[];

  constructor(scope: Construct, id: string, props: ServerlessArchitectureProps<A>) {
    super(scope, id);
    const { architecture, archives, empty, warnings } = prepare('gcp-cdktf', props, {
      parameters: parametersIn(this),
      withoutCode: { value: this.node.tryGetContext('withoutCode'), from: 'context withoutCode in cdktf.json' },
    });
    const plan = planGcp(architecture, archives);
    const { project, region } = props;
    const rendered = renderArchitecture(this, plan, { project, region });
    this.foundation = rendered.foundation;
    this.functions = rendered.functions as typeof this.functions;
    this.services = rendered.services as typeof this.services;
    this.apis = rendered.apis as typeof this.apis;
    this.queues = rendered.queues as typeof this.queues;
    this.topics = rendered.topics as typeof this.topics;
    this.buckets = rendered.buckets as typeof this.buckets;
    this.tables = rendered.tables as typeof this.tables;
    this.secrets = rendered.secrets as typeof this.secrets;
    this.outputs = rendered.outputs;
    this.warnings = warnings;
    if (props.exportOutputs) exportOutputs(this, rendered.outputs);
    stamp(this, plan, empty, { project, region });
  }
}

const parametersIn = (scope: Construct): ParameterSource =>
  contextSource('CDKTF', (key) => scope.node.tryGetContext(key));
