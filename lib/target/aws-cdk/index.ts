import { Construct } from 'constructs';
import { planAws } from '../../cloud/aws/architecture';
import { contextSource } from '../../settings/context';
import { prepare, type ArchitectureProps } from '../prepare';
import type { RenderedApi } from './api';
import { exportOutputs, renderArchitecture, stamp } from './architecture';
import type { RenderedFoundation } from './foundation';
import type { RenderedFunction } from './function';
import { refuseEmptyArchives } from './refusal';
import type { RenderedService } from './service';
import type { RenderedTable } from './table';

export type { RenderedApi, RenderedFoundation, RenderedFunction, RenderedService, RenderedTable };

/** What a `ServerlessArchitecture` takes. */
export interface ServerlessArchitectureProps extends ArchitectureProps {
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
export class ServerlessArchitecture extends Construct {
  /** The ground, if the architecture makes one. */
  readonly foundation?: RenderedFoundation;
  readonly functions: Readonly<Record<string, RenderedFunction>>;
  readonly services: Readonly<Record<string, RenderedService>>;
  readonly apis: Readonly<Record<string, RenderedApi>>;
  readonly tables: Readonly<Record<string, RenderedTable>>;
  /** The values of the architecture's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ServerlessArchitectureProps) {
    super(scope, id);
    // Paths tell which resource belongs to which element; a plain `app.synth()` would leave them out.
    this.node.setContext('aws:cdk:enable-path-metadata', true);
    const context = (key: string): unknown => this.node.tryGetContext(key);
    const { architecture, archives, empty } = prepare('aws-cdk', props, {
      parameters: contextSource('CDK', context),
      withoutCode: { value: context('withoutCode'), from: 'CDK context (-c withoutCode)' },
    });
    const plan = planAws(architecture, archives);
    const { foundation, functions, services, apis, tables, outputs } = renderArchitecture(this, plan);
    if (foundation) this.foundation = foundation;
    this.functions = functions;
    this.services = services;
    this.apis = apis;
    this.tables = tables;
    this.outputs = outputs;
    if (props.exportOutputs) exportOutputs(this, outputs);
    stamp(this, plan, empty);
    if (empty.length > 0) refuseEmptyArchives(this, empty);
  }
}
