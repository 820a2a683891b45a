import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Artefact } from './artefact';
import { ArtefactError } from './error';
import { ownerOf } from './owner';
import { isObject, Resource, type Unrecognized } from './resource';

type Json = Record<string, unknown>;

/** A registration, as `resources.json` holds it. */
interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly custom: boolean;
  readonly inputs: Json;
  /** What a component said that it results in. */
  readonly outputs?: Json;
  readonly options?: Json;
}

/** The kinds that components of these types stand for. */
const kinds: Readonly<Record<string, string>> = {
  Function: 'functions',
  Service: 'services',
  Api: 'apis',
  Table: 'tables',
  Foundation: 'foundation',
};

/**
 * Reads what a Pulumi program registered: the architecture's component and all below it, with every reference
 * resolved.
 * @throws ArtefactError if there is no recording, or none or several architectures in it
 */
export function readPulumi(folder: string): Artefact {
  const file = join(folder, 'resources.json');
  if (!existsSync(file)) throw new ArtefactError(file, 'no such file');
  const recording = json(file);
  const registrations = recording['resources'] as Registration[];
  const roots = registrations.filter(({ type }) => /^triptych:(aws|gcp):ServerlessArchitecture$/.test(type));
  if (roots.length !== 1) throw new ArtefactError(folder, `must hold one architecture, found ${roots.length}`);
  const [root] = roots as [Registration];
  return new Artefact(stampOf(root), resourcesOf(recording, registrations, root), rest(recording), (path) =>
    fileHash(join(folder, path)),
  );
}

function stampOf({ urn, outputs = {} }: Registration) {
  return {
    version: Number(outputs['version']),
    architecture: String(outputs['architecture']),
    path: urn,
    withoutCode: Array.isArray(outputs['withoutCode']) ? (outputs['withoutCode'] as string[]) : [],
  };
}

function resourcesOf(recording: Json, registrations: readonly Registration[], root: Registration): Resource[] {
  const byUrn = new Map(registrations.map((registration) => [registration.urn, registration]));
  const resources = registrations
    // The stack and our own components say nothing, but for the stamp, which was read.
    .filter((registration) => !saysNothing(registration))
    .map((registration) => {
      const { element, kind } = componentOf(registration, root, byUrn);
      const isElement = element === registration;
      const name = element && element.name.slice(root.name.length + 1);
      const local = isElement || !element ? '' : registration.name.slice(element.name.length + 1);
      const place =
        kind === 'foundation' ? { owner: 'foundation' as const } : kind && name ? ownerOf([kind, name]) : undefined;
      const { type, urn, inputs, options } = registration;
      return new Resource(
        urn,
        type,
        resolve({ inputs, ...(options && Object.keys(options).length > 0 && { options }) }),
        place?.owner,
        local,
      );
    });
  const outputs = Object.entries((recording['outputs'] ?? {}) as Json).map(
    ([name, value]) => new Resource(`outputs/${name}`, 'output', { value: resolve(value) }, 'outputs', name),
  );
  const invokes = ((recording['invokes'] ?? []) as Json[]).map(
    ({ id, token, args }) =>
      new Resource(String(id), String(token), { args: resolve(args) }, 'foundation', String(token)),
  );
  return [...resources, ...outputs, ...invokes];
}

function saysNothing({ type, custom, inputs, options = {} }: Registration): boolean {
  const isOurs = type === 'pulumi:pulumi:Stack' || /^triptych:(aws|gcp):\w+$/.test(type);
  return isOurs && !custom && Object.keys(inputs).length === 0 && Object.keys(options).length === 0;
}

/** The element's component that a resource is, or lies below. */
function componentOf(
  registration: Registration,
  root: Registration,
  byUrn: ReadonlyMap<string, Registration>,
): { element?: Registration; kind?: string } {
  for (let at: Registration | undefined = registration; at; at = byUrn.get(at.parent ?? '')) {
    const [, type] = /^triptych:(?:aws|gcp):(\w+)$/.exec(at.type) ?? [];
    const kind = type === undefined ? undefined : kinds[type];
    if (kind && at.parent === root.urn) return { element: at, kind };
  }
  return {};
}

/** A recorded value with its references as pointers. */
function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isObject(value)) return value;
  if (isObject(value['$ref'])) {
    const { urn, invoke, config, path } = value['$ref'];
    const at = urn ?? invoke ?? 'config';
    const steps = [...(config === undefined ? [] : [config]), ...((path ?? []) as unknown[])];
    return { at: String(at), attribute: steps.join('.') };
  }
  if (Array.isArray(value['$join'])) return { join: value['$join'].map(resolve) };
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolve(child)]));
}

function rest(recording: Json): Unrecognized[] {
  const known = ['version', 'project', 'stack', 'resources', 'invokes', 'outputs'];
  const foreign = Object.keys(recording).filter((key) => !known.includes(key));
  return foreign.map((key) => ({ resource: 'resources.json', path: [key], value: recording[key] }));
}

const fileHash = (file: string): string | undefined =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;

function json(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    throw new ArtefactError(file, 'not JSON');
  }
}
