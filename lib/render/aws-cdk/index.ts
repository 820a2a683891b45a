import { Construct } from 'constructs';
import { planAws } from '../../cloud/aws/architecture';
import type { ParameterSource } from '../../model/parameters';
import type { Problem } from '../../model/problem';
import { contextSource } from '../../settings/context';
import { nameFor, prepare, type ArchitectureProps, type ByName, type Given } from '../prepare';
import type { RenderedApi } from './api';
import { exportOutputs, renderArchitecture, stamp } from './architecture';
import type { RenderedFoundation } from './foundation';
import type { RenderedFunction } from './function';
import { refuseEmptyArchives } from './refusal';
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

/** What a `ServerlessArchitecture` takes. */
export interface ServerlessArchitectureProps<A extends Given = Given> extends ArchitectureProps<A> {
  /**
   * Makes a CloudFormation output of each of the architecture's outputs, under just its name.
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
  static nameOf(scope: Construct, props: ServerlessArchitectureProps): string {
    return nameFor('aws-cdk', props, parametersIn(scope));
  }

  /** The ground, if the architecture makes one. */
  readonly foundation?: RenderedFoundation;
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
    // Paths tell which resource belongs to which element; a plain `app.synth()` would leave them out.
    this.node.setContext('aws:cdk:enable-path-metadata', true);
    const { architecture, archives, empty, warnings } = prepare('aws-cdk', props, {
      parameters: parametersIn(this),
      withoutCode: { value: this.node.tryGetContext('withoutCode'), from: 'CDK context (-c withoutCode)' },
    });
    const plan = planAws(architecture, archives);
    const rendered = renderArchitecture(this, plan);
    if (rendered.foundation) this.foundation = rendered.foundation;
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
    stamp(this, plan, empty);
    if (empty.length > 0) refuseEmptyArchives(this, empty);
  }
}

const parametersIn = (scope: Construct): ParameterSource =>
  contextSource('CDK', (key) => scope.node.tryGetContext(key));
