import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appBlocks } from './app-blocks';
import { besideInOutput } from './app-stacks';
import { Artefact, type Scope } from './artefact';
import { misstated, readStamp, type Stamp } from './stamp';
import { renamedConstructs } from './construct-id';
import { mapIn, mapsIn, namesIn, readDocument, type Json } from './document';
import { ArtefactError } from './error';
import { resolveExpressions } from './expressions';
import { Folder } from './folder';
import { ownerOf } from './owner';
import { withPlaces, type Place } from './places';
import { Pointer } from './made';
import { equal, isObject, Resource, type Unrecognized } from './resource';
import { keepBeside, misdirected } from './terraform-folder';

/**
 * Reads the output of CDKTF: the stack with the architecture, with every reference resolved.
 * @throws ArtefactError if there is no stack, or none or several architectures
 */
export function readTerraform(place: string, scope: Scope = 'whole'): Artefact {
  const stacks = join(place, 'stacks');
  if (!existsSync(stacks)) throw new ArtefactError(stacks, 'no such folder');
  const folder = new Folder(place, scope);
  const found = namesIn(stacks)
    // A stack without an architecture stays unclaimed.
    .map((name) => ({ name, file: new Folder(place, scope).claim('stacks', name, 'cdk.tf.json') }))
    .flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file, stack: readDocument(file) }]))
    .flatMap((read) => stampsIn(read.stack, read.file).map((stamp) => ({ ...read, stamp })));
  if (found.length !== 1)
    throw new ArtefactError(place, `must contain exactly one architecture, found ${found.length}`);
  const [{ name, file, stack, stamp }] = found as [(typeof found)[number]];
  folder.claim('stacks', name, 'cdk.tf.json');
  keepBeside(folder, `stacks/${name}`, Object.keys(mapIn(stack['variable'], file, 'variable')));
  const places = placesIn(stamp);
  const outputs = Object.keys(mapIn(stack['output'], file, 'output'));
  const beside = [
    ...rest(stack),
    ...misplaced(stack, stamp, file),
    ...misstated(stamp, outputs, open),
    ...misdirected(folder, name, stamp.architecture),
  ];
  const hashOf = (path: string) => folder.sha256('stacks', name, path);
  const resources = resourcesOf(stack, file, stamp, places);
  const renamed = renamedConstructs(placedIn(stack, file, resources), 'cdktf', scope);
  const judged = scope === 'app' ? [...resources, ...appBlocks(stack)] : resources;
  return new Artefact(stamp, judged, beside, hashOf, places, folder, renamed, {
    own: name,
    others: scope === 'app' ? besideInOutput(place, name) : {},
  });
}

/** The resources of a stack with their ids and paths. */
function placedIn(stack: Json, file: string, resources: readonly Resource[]) {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return blocksIn(stack, file).map(({ address, id, body }) => {
    const { path = '', uniqueId: stated } = metadataOf(body['//']);
    return { id, path: typeof path === 'string' ? path : '', stated, resource: byAddress.get(address)! };
  });
}

/** The blocks of resources and of data sources. */
function blocksIn(stack: Json, file: string): { address: string; type: string; id: string; body: Json }[] {
  const blocks = (kind: 'resource' | 'data', prefix: string) =>
    mapsIn(stack[kind], file, kind).flatMap(([type, bodies]) =>
      mapsIn(bodies, file, kind, type).map(([id, body]) => ({
        address: `${prefix}${type}.${id}`,
        type: `${prefix}${type}`,
        id,
        body,
      })),
    );
  return [...blocks('resource', ''), ...blocks('data', 'data.')];
}

/** The providers, state and variables of a program with only the architecture. An app has its own. */
const programs = (architecture: string, resources: Json): Json => ({
  provider: { google: [open], ...forTypes(resources, ({ name, block }) => [name, [block]]) },
  terraform: {
    backend: { local: { path: `terraform.${architecture}.tfstate` } },
    // The provider versions that the bindings are generated from.
    required_providers: {
      google: { source: 'google', version: '6.50.0' },
      ...forTypes(resources, ({ name, source, version }) => [name, { source, version }]),
    },
  },
  variable: { project: { nullable: false, type: 'string' }, region: { nullable: false, type: 'string' } },
});

/** A provider that a program has only if it has resources of a type. */
interface Provider {
  readonly name: string;
  readonly source: string;
  readonly block: object;
  readonly version: string;
}

/** Something of each provider that the types of a program's resources require. */
const forTypes = (resources: Json, entry: (provider: Provider) => readonly [string, unknown]): Json =>
  Object.fromEntries(
    Object.entries(providers())
      .filter(([type]) => resources[type] !== undefined)
      .map(([, provider]) => entry(provider)),
  );

const providers = (): Readonly<Record<string, Provider>> => ({
  google_project_service_identity: { name: 'google-beta', source: 'google-beta', block: open, version: '6.50.0' },
  time_sleep: { name: 'time', source: 'hashicorp/time', block: {}, version: '0.13.1' },
});

const misplaced = (stack: Json, { architecture }: Stamp, file: string): Unrecognized[] =>
  Object.entries(programs(architecture, mapIn(stack['resource'], file, 'resource')))
    .filter(([section, right]) => !equal(stack[section], right))
    .map(([section]) => ({ resource: section, path: [], value: stack[section] }));

/** The open project and region of a stack. */
const open = { project: '${var.project}', region: '${var.region}' };

function stampsIn(stack: Json, file: string): Stamp[] {
  const comment = stack['//'];
  const stamps = isObject(comment) ? comment['triptych'] : undefined;
  return Array.isArray(stamps) ? stamps.map((stamp) => readStamp(stamp, file)) : [];
}

/** Reads the app's own project and region; the variables of their names are none. */
function placesIn({ where = {} }: Stamp): Place[] {
  const pointers = ['project', 'region'].map((attribute) => new Pointer('var', attribute));
  return pointers
    .map((pointer) => ({ pointer, written: resolveExpressions(where[pointer.attribute]) }))
    .filter(({ pointer, written }) => written !== undefined && !equal(written, pointer));
}

function resourcesOf(stack: Json, file: string, stamp: Stamp, places: readonly Place[]): Resource[] {
  const resolve = (value: unknown) => withPlaces(resolveExpressions(value), places);
  const resources = blocksIn(stack, file).map(({ address, type, body }) => {
    const { '//': comment, ...properties } = body;
    const path = pathOf(comment);
    const below = path?.startsWith(`${stamp.path}/`) ? path.slice(stamp.path.length + 1).split('/') : [];
    const place = ownerOf(below);
    return new Resource(address, type, resolve(properties), place?.owner, place?.local);
  });
  const outputs = mapsIn(stack['output'], file, 'output').map(
    ([name, body]) =>
      new Resource(
        `output.${name}`,
        'output',
        resolve(body),
        stamp.outputs.includes(name) ? 'outputs' : undefined,
        name,
      ),
  );
  return [...resources, ...outputs];
}

function pathOf(comment: unknown): string | undefined {
  const { path } = metadataOf(comment);
  return typeof path === 'string' ? path : undefined;
}

/** CDKTF's own words about a resource, which it writes as a comment. */
function metadataOf(comment: unknown): Json {
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  return isObject(metadata) ? metadata : {};
}

/**
 * Everything in a stack beside resources and outputs. Provider, backend, variables and required providers are the app's
 * own: an architecture creates none.
 */
function rest(stack: Json): Unrecognized[] {
  const known = ['//', 'resource', 'data', 'output', 'provider', 'terraform', 'variable'];
  return Object.keys(stack)
    .filter((section) => !known.includes(section))
    .map((section) => ({ resource: section, path: [], value: stack[section] }));
}
