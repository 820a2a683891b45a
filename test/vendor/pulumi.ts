import type { Json } from './architectures';
import { functionType, resourceType, shapesOf, type Declared, type Member, type Members } from './pulumi-types';

/** Where a recording isn't what Pulumi's SDKs take, a line for each place. */
export function checkRecording(recording: Json): string[] {
  const { resources, invokes, outputs } = recording as Record<string, Json[]>;
  const known: Known = {
    resources: new Map(resources!.map(({ urn, type, custom }) => [urn, custom ? resourceType(type) : undefined])),
    invokes: new Map(invokes!.map(({ id, token }) => [id, functionType(token)])),
    types: new Map(
      [...resources!, ...invokes!].map(({ urn, id, type, token }): [string, string] => [urn ?? id, type ?? token]),
    ),
  };
  return [
    ...resources!.filter(({ custom }) => custom).flatMap((one) => checkResource(one, known.resources.get(one.urn))),
    ...invokes!.flatMap(({ id, token, args }) => checkInputs(id, token, known.invokes.get(id), args)),
    ...resources!.flatMap(({ name, inputs }) => checkReferences(inputs, name, known)),
    ...invokes!.flatMap(({ id, args }) => checkReferences(args, id, known)),
    ...checkReferences(outputs, 'outputs', known),
  ];
}

interface Known {
  /** By URN; undefined for components, and for what no SDK declares. */
  readonly resources: ReadonlyMap<string, Declared | undefined>;
  readonly invokes: ReadonlyMap<string, Declared | undefined>;
  /** The types and tokens of all these. */
  readonly types: ReadonlyMap<string, string>;
}

const cloudOf = (type: string): string => type.slice(0, type.indexOf(':'));

function checkResource({ name, type, inputs, options }: Json, declared: Declared | undefined): string[] {
  const named: string[] = ['ignoreChanges', 'replaceOnChanges'].flatMap((option) => options[option] ?? []);
  const missing = named.filter((path) => declared && !follow(cloudOf(type), declared.inputs, stepsOf(path)));
  return [
    ...checkInputs(name, type, declared, inputs),
    ...missing.map((path) => `${name}: its options name ${path}, which ${type} does not have`),
  ];
}

const stepsOf = (path: string): string[] => path.split(/\.|\[|\]\.?/).filter((step) => step !== '');

/** Where properties are not what the SDK declares, a line for each place. */
export function checkInputs(name: string, type: string, declared: Declared | undefined, inputs: Json): string[] {
  return declared ? checkMap(cloudOf(type), declared.inputs, inputs, name) : [`${name}: no type ${type}`];
}

function checkMap(cloud: string, members: Members, map: Json, at: string): string[] {
  const missing = [...members].filter(([name, { required }]) => required && !Object.hasOwn(map, name));
  return [
    ...missing.map(([name]) => `${at}.${name}: missing`),
    ...Object.entries(map as object).flatMap(([name, value]) => {
      const member = members.get(name);
      return member ? checkValue(cloud, member.type, value, `${at}.${name}`) : [`${at}.${name}: no such property`];
    }),
  ];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The key of a map that stands for what JSON can't say. */
const special = (value: unknown): string | undefined => {
  const [key, ...others] = isMap(value) ? Object.keys(value) : [];
  return others.length === 0 && key?.startsWith('$') ? key : undefined;
};

function checkValue(cloud: string, type: Member['type'], value: unknown, at: string): string[] {
  const key = special(value);
  if (key === '$ref' || key === '$secret') return [];
  const shapes = shapesOf(cloud, type);
  const tried = shapes.map((shape): string[] | undefined => {
    const fits = (right: boolean): string[] | undefined => (right ? [] : undefined);
    switch (shape.kind) {
      case 'any':
        return [];
      case 'string':
        return fits(typeof value === 'string' || key === '$join' || key === '$base64');
      case 'word':
        return fits(value === shape.word);
      case 'number':
      case 'boolean':
        return fits(typeof value === shape.kind);
      case 'file':
        return fits(key === '$archive' || key === '$asset');
      case 'list':
        if (!Array.isArray(value)) return undefined;
        return value.flatMap((one, index) => checkValue(cloud, shape.of, one, `${at}.${index}`));
      case 'map':
        if (!isMap(value) || key !== undefined) return undefined;
        return Object.entries(value).flatMap(([name, one]) => checkValue(cloud, shape.of, one, `${at}.${name}`));
      case 'object':
        return isMap(value) && key === undefined ? checkMap(cloud, shape.members, value, at) : undefined;
    }
  });
  const fitting = tried.filter((one) => one !== undefined).sort((a, b) => a.length - b.length);
  const allowed = shapes.map((shape) => (shape.kind === 'word' ? shape.word : shape.kind)).join(' or ');
  return fitting[0] ?? [`${at}: must be ${allowed}, found ${JSON.stringify(value)}`];
}

/** Whether what the references in a value name is there. */
function checkReferences(value: unknown, at: string, known: Known): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref: reference } = value as Json;
  if (special(value) === '$ref') return checkReference(reference, known).map((what) => `${at}: ${what}`);
  return Object.entries(value).flatMap(([key, child]) => checkReferences(child, `${at}.${key}`, known));
}

function checkReference({ urn, invoke, path }: Json, { resources, invokes, types }: Known): string[] {
  const id: string | undefined = urn ?? invoke;
  if (id === undefined) return [];
  const all = urn === undefined ? invokes : resources;
  if (!all.has(id)) return [`a reference to ${id}, which is not there`];
  const declared = all.get(id);
  const isOwn = urn !== undefined && (path.length === 0 || path[0] === 'id' || path[0] === 'urn');
  const type = types.get(id)!;
  if (!declared || isOwn || follow(cloudOf(type), declared.outputs, path)) return [];
  return [`a reference to ${path.join('.')}, which ${type} does not have`];
}

/** Whether a path leads to something that is declared; a step into a map may be anything. */
function follow(cloud: string, members: Members, [step, ...rest]: readonly string[]): boolean {
  const member = members.get(step!);
  return member !== undefined && followType(cloud, member.type, rest);
}

function followType(cloud: string, type: Member['type'], path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  return shapesOf(cloud, type).some((shape) => {
    if (shape.kind === 'object') return follow(cloud, shape.members, path);
    if (shape.kind === 'list') return /^(\d+|\*)$/.test(step) && followType(cloud, shape.of, rest);
    return shape.kind === 'map' ? followType(cloud, shape.of, rest) : shape.kind === 'any';
  });
}
