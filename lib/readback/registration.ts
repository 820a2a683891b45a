import type { Kind } from '../model/kind';
import { clouds } from '../model/target';
import { flagIn, mapIn, textIn, type Json } from './document';
import { ArtefactError } from './error';

/** A registration in `resources.json`. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly custom: boolean;
  readonly inputs: Json;
  /** The outputs that a component registered. */
  readonly outputs?: Json;
  readonly options?: Json;
}

/**
 * Reads what the recorder writes about a resource.
 * @throws ArtefactError if it is something else
 */
export function registrationIn(value: Json, file: string, index: number): Registration {
  const { parent, custom, inputs, options, outputs } = value;
  const place = ['resources', String(index)];
  const text = (key: 'urn' | 'type' | 'name' | 'parent') => textIn(value[key], file, ...place, key);
  const [urn, type, name] = [text('urn'), text('type'), text('name')];
  if (!urn.endsWith(`::${name}`))
    throw new ArtefactError(file, `must have a urn that ends with its name at ${place.join('.')}`);
  return {
    ...value,
    urn,
    type,
    name,
    parent: parent === null ? null : text('parent'),
    custom: flagIn(custom, file, ...place, 'custom'),
    inputs: mapIn(inputs, file, ...place, 'inputs'),
    ...(outputs !== undefined && { outputs: mapIn(outputs, file, ...place, 'outputs') }),
    ...(options !== undefined && { options: mapIn(options, file, ...place, 'options') }),
  };
}

/** The type of the resource that a program's resources are children of. */
export const stackType = 'pulumi:pulumi:Stack';

/** The component of a whole architecture. */
export const wholeComponent = 'ServerlessArchitecture';

/** The components of elements, by kind: `triptych:aws:Function`. */
const components: Readonly<Record<Kind | 'foundation', string>> = {
  functions: 'Function',
  services: 'Service',
  apis: 'Api',
  queues: 'Queue',
  topics: 'Topic',
  buckets: 'Bucket',
  secrets: 'Secret',
  tables: 'Table',
  foundation: 'Foundation',
};

const kinds = new Map(Object.entries(components).map(([kind, component]) => [component, kind]));

/** The component that a type is, without its cloud; undefined for types of engines and apps. */
export function componentIn(type: string): string | undefined {
  const [owner, cloud, component, ...others] = type.split(':');
  return owner === 'triptych' && (clouds as readonly string[]).includes(cloud ?? '') && others.length === 0
    ? component
    : undefined;
}

/** Tests that a type is one of the components that an architecture creates. */
export function isComponent(type: string): boolean {
  const component = componentIn(type) ?? '';
  return component === wholeComponent || kinds.has(component);
}

/** Finds the element's component that a resource is, or is below. */
export function componentOf(
  registration: Registration,
  root: Registration,
  byUrn: ReadonlyMap<string, Registration>,
): { element?: Registration; kind?: string } {
  const seen = new Set<Registration>();
  for (let at: Registration | undefined = registration; at && !seen.has(at); at = byUrn.get(at.parent ?? '')) {
    seen.add(at);
    const kind = kinds.get(componentIn(at.type) ?? '');
    if (kind && at.parent === root.urn) return { element: at, kind };
  }
  return {};
}
