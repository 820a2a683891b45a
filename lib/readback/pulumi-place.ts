import type { Json } from './document';
import { literals } from './google-places';
import { isPointer, Pointer } from './made';
import type { Place } from './places';
import { inProject } from './project';
import { resolve } from './pulumi-value';
import type { Registration } from './registration';
import { equal, isObject } from './resource';

/** The configuration of the default provider that stands for each place, by the cloud of the architecture's component. */
const configured: Readonly<Record<string, Readonly<Record<string, Configured>>>> = {
  aws: {
    region: {
      name: 'aws:region',
      keys: /region/i,
      between: [
        [':', ':'],
        ['"awslogs-region":"', '"'],
      ],
    },
  },
  gcp: {
    project: { name: 'gcp:project', ...literals.project },
    region: { name: 'gcp:region', ...literals.region },
  },
};

/** A name in the configuration, and the properties and texts in which an architecture states such a place. */
type Configured = Pick<Place, 'keys' | 'between'> & { readonly name: string };

/**
 * The project and region that a program passes to an architecture, or that its provider has, where the component says
 * so. The configuration decides everywhere else.
 */
export function placesOf({ type, outputs = {} }: Registration): Place[] {
  const { where } = outputs;
  if (!isObject(where)) return [];
  return Object.entries(configured[type.split(':')[1]!] ?? {})
    .map(([key, { name, ...literal }]) => ({
      pointer: new Pointer('config', name),
      written: resolve(where[key]),
      ...literal,
    }))
    .filter(({ pointer, written }) => written !== undefined && !equal(written, pointer));
}

/**
 * The inputs of an architecture's resources, with a project only if that isn't the architecture's.
 * @param registrations as the program made them, with their providers
 */
export function projectsIn(registrations: readonly Registration[], root: Registration): (one: Registration) => Json {
  const byUrn = new Map(registrations.map((one) => [one.urn, one]));
  const ofConfiguration = new Pointer('config', 'gcp:project');
  const { where } = root.outputs ?? {};
  // A provider's project is the setting that it was given.
  const settled = (value: unknown): unknown => {
    const provider = isPointer(value) && value.attribute === 'project' ? byUrn.get(value.at) : undefined;
    return provider?.type.startsWith('pulumi:providers:') ? resolve(provider.inputs['project']) : value;
  };
  const ofProvider = (urn: unknown): unknown => {
    const provider = byUrn.get(String(urn));
    return provider ? resolve(provider.inputs['project']) : ofConfiguration;
  };
  return ({ urn, type, inputs }) => {
    const resolved = resolve(inputs) as Json;
    if (!isObject(where)) return resolved;
    const architecture = settled(resolve(where['project']));
    const isArchitectures = (one: unknown) => equal(settled(one), architecture);
    return inProject(type, resolved, isArchitectures, ofProvider(byUrn.get(urn)?.options?.['provider']));
  };
}
