import { Construct } from 'constructs';
import { planGcp } from '../../cloud/gcp/architecture';
import { contextSource } from '../../settings/context';
import { prepare, type ArchitectureProps } from '../prepare';
import type { RenderedApi } from './api';
import { exportOutputs, renderArchitecture, stamp } from './architecture';
import type { RenderedFoundation } from './foundation';
import type { RenderedFunction } from './function';
import type { RenderedService } from './service';
import type { RenderedTable } from './table';

export type { RenderedApi, RenderedFoundation, RenderedFunction, RenderedService, RenderedTable };

/** What a `ServerlessArchitecture` takes. The app owns the provider and the variables; the construct makes none. */
export interface ServerlessArchitectureProps extends ArchitectureProps {
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
export class ServerlessArchitecture extends Construct {
  /** The ground, or what functions are built with where the architecture makes none. */
  readonly foundation: RenderedFoundation;
  readonly functions: Readonly<Record<string, RenderedFunction>>;
  readonly services: Readonly<Record<string, RenderedService>>;
  readonly apis: Readonly<Record<string, RenderedApi>>;
  readonly tables: Readonly<Record<string, RenderedTable>>;
  /** The values of the architecture's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ServerlessArchitectureProps) {
    super(scope, id);
    const context = (key: string): unknown => this.node.tryGetContext(key);
    const { architecture, archives, empty } = prepare('gcp-cdktf', props, {
      parameters: contextSource('CDKTF', context),
      withoutCode: { value: context('withoutCode'), from: 'context withoutCode in cdktf.json' },
    });
    const plan = planGcp(architecture, archives);
    const { project, region } = props;
    const rendered = renderArchitecture(this, plan, { project, region });
    this.foundation = rendered.foundation;
    this.functions = rendered.functions;
    this.services = rendered.services;
    this.apis = rendered.apis;
    this.tables = rendered.tables;
    this.outputs = rendered.outputs;
    if (props.exportOutputs) exportOutputs(this, rendered.outputs);
    stamp(this, plan, empty);
  }
}
