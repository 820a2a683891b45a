import './installed';
import type { IResolvable } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { planAws } from '../../cloud/aws/architecture';
import type { Problem } from '../../model/problem';
import { contextSource } from '../../settings/context';
import { withHeld } from '../../settings/held';
import type { ElementsOf } from '../elements';
import { onEngine } from '../engine-error';
import { nameFor, prepare, type ArchitectureProps, type Choices, type Given } from '../prepare';
import { checkApp } from './app';
import { exportOutputs, renderArchitecture, stamp, type Rendered, type RenderedArchitecture } from './architecture';
import type { RenderedFoundation } from './foundation';
import { held as holder } from './held';
import { refuseEmptyArchives } from './refusal';
import { limitStack } from './stack-limit';
import { warn } from './warning';
import { store } from './store';

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
export interface ServerlessArchitectureProps<A extends Given = Given> extends ArchitectureProps<A, IResolvable> {
  /**
   * Creates a CloudFormation output for each of the architecture's outputs, with the same name.
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
  static nameOf(scope: Construct, props: ServerlessArchitectureProps): string {
    return nameFor('aws-cdk', props, choicesIn(scope));
  }

  /** The foundation; undefined if the architecture creates none. */
  readonly foundation?: RenderedFoundation;
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
  /**
   * Warnings about the architecture. `cdk synth` prints them too. To acknowledge one, call
   * `Annotations.of(this).acknowledgeWarning` with `triptych:` and its path.
   */
  readonly warnings: readonly Problem[];

  constructor(scope: Construct, id: string, props: ServerlessArchitectureProps<A>) {
    super(scope, id);
    // Paths show which resource belongs to which element; a plain `app.synth()` leaves them out.
    this.node.setContext('aws:cdk:enable-path-metadata', true);
    const prepared = prepare('aws-cdk', props, {
      ...choicesIn(this),
      withoutCode: { value: this.node.tryGetContext('withoutCode'), from: 'CDK context (-c withoutCode)' },
    });
    const { architecture, env, archives, held, empty, warnings, stored } = prepared;
    const plan = planAws(architecture, archives, env);
    // Fields of the same names; `implements` holds the list of kinds complete.
    const rendered: RenderedArchitecture = onEngine('aws-cdk', () => renderArchitecture(this, plan, held));
    Object.assign(this, rendered);
    this.warnings = warnings;
    warn(this, warnings);
    if (props.exportOutputs) exportOutputs(this, rendered.outputs);
    stamp(this, prepared);
    store(this, stored);
    limitStack(this);
    checkApp(this, plan);
    if (empty.length > 0) refuseEmptyArchives(this, empty);
  }
}

const choicesIn = (scope: Construct): Choices => ({
  parameters: withHeld(
    contextSource(
      'CDK',
      (key) => scope.node.tryGetContext(key),
      () => Object.keys(scope.node.getAllContext() as object),
    ),
    holder,
  ),
  env: [{ value: scope.node.tryGetContext('env'), from: 'CDK context (-c env)', needsOverlay: true, isShared: true }],
});
