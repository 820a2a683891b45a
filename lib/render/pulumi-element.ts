import { ComponentResource, type ComponentResourceOptions, type Inputs } from '@pulumi/pulumi';
import { kindSpecs } from '../model/kind';
import { splitElementId, type ElementId } from '../model/name';
import type { Cloud } from '../model/target';

/** The component of an element, or of the foundation. Its type is part of the URNs of its children: an identity. */
export class Element extends ComponentResource {
  constructor(
    cloud: Cloud,
    type: string,
    /** The prefix of its children's names. */
    readonly prefix: string,
    options: ComponentResourceOptions,
  ) {
    super(`triptych:${cloud}:${type}`, prefix, {}, options);
  }

  /** Registers the component with the engine as complete. */
  finish(outputs: Inputs = {}): void {
    this.registerOutputs(outputs);
  }
}

/** A component for each element of the architecture whose component is `parent`, named after it. */
export function elementsOf(
  cloud: Cloud,
  parent: ComponentResource,
  prefix: string,
  order: readonly ElementId[],
): ReadonlyMap<ElementId, Element> {
  return new Map(
    order.map((id) => {
      const { kind, name } = splitElementId(id);
      return [id, new Element(cloud, kindSpecs[kind].title, `${prefix}-${name}`, { parent })];
    }),
  );
}
