import { join } from 'node:path';
import { expectStackName } from '../facts/name';
import { appBlocks } from './app-blocks';
import type { OtherStack } from './app-stacks';
import { Artefact, type Scope } from './artefact';
import { misstated, readStamp, resolvedStamp, type Stamp } from './stamp';
import { renamedConstructs } from './construct-id';
import { mapIn, mapsIn, type Json } from './document';
import { Folder } from './folder';
import { inScope } from './foreign-waits';
import { onlyOne, type Found } from './found';
import { placeAt } from './owner';
import { placesIn } from './google-places';
import { withPlaces, type Place } from './places';
import { isObject, Resource, type Unrecognized } from './resource';
import { StateLinks } from './state-links';
import { readStored, storedFile } from './stored';
import { misplaced, open } from './terraform-program';
import { leaveToApp } from './terraform-provider';
import { keepBeside, misdirected } from './terraform-folder';
import { metadataOf, pathOf, stacksIn, type TerraformStack } from './terraform-stacks';

/**
 * Finds the architectures in the output of CDKTF.
 * @throws ArtefactError if there is no stack, or one can't be read
 */
export function findInOutput(place: string, scope: Scope = 'whole'): Found[] {
  const stacks = stacksIn(place, scope);
  return stacks.flatMap((stack) =>
    stampsIn(stack.body, stack.file).map((stamp) => ({
      architecture: stamp.architecture,
      ...(stamp.env !== undefined && { env: stamp.env }),
      path: stamp.path,
      stack: stack.name,
      engineValues: Object.keys(stamp.engineValues ?? {}),
      open: () => artefactOf(place, { stack, stacks, stamp, scope }),
      stored: () => readStored(join(place, 'stacks', stack.name, storedFile(stamp.path)), stamp.path),
    })),
  );
}

/**
 * Reads the output of CDKTF: the stack with the architecture, with every reference resolved.
 * @throws ArtefactError if there is no stack, or none or several architectures
 */
export const readTerraform = (place: string, scope: Scope = 'whole'): Artefact =>
  onlyOne(findInOutput(place, scope), place).open();

/** An architecture, and the stacks of its app. */
interface View {
  readonly stack: TerraformStack;
  readonly stacks: readonly TerraformStack[];
  readonly stamp: Stamp;
  readonly scope: Scope;
}

function artefactOf(place: string, view: View): Artefact {
  const { stack, stacks, stamp, scope } = view;
  const { name, file, body } = stack;
  const folder = new Folder(place, scope);
  folder.claim('stacks', name, 'cdk.tf.json');
  keepBeside(folder, `stacks/${name}`, Object.keys(mapIn(body['variable'], file, 'variable')));
  const entries = { links: new StateLinks(stacks, stack), stamp, places: placesIn(stamp) };
  const beside = [
    ...rest(body),
    ...misplaced(body, stamp, file),
    ...misstated(stamp, Object.keys(mapIn(body['output'], file, 'output')), open),
    ...misdirected(folder, name, expectStackName(stamp)),
  ];
  const hashOf = (path: string) => folder.sha256('stacks', name, path);
  const left = scope === 'app' ? leaveToApp(body, file, stamp) : body;
  const resources = inScope([...resourcesOf(stack, entries, left), ...outputsOf(stack, entries)], scope);
  const renamed = renamedConstructs(placedIn(body, file, resources), 'cdktf', scope, stamp.existing);
  const judged = scope === 'app' ? [...resources, ...blocksOf(stack, entries)] : resources;
  const own = resolvedStamp(stamp, (value) => withPlaces(entries.links.resolve(value, stack), entries.places));
  return new Artefact(own, judged, beside, hashOf, entries.places, folder, renamed, {
    own: name,
    others: scope === 'app' ? besideOf(view, entries) : [],
  });
}

/** The other stacks of an app. */
const besideOf = ({ stack: own, stacks, stamp }: View, entries: Entries): OtherStack[] =>
  stacks
    .filter((stack) => stack !== own)
    .map((stack) => ({
      stack: stack.name,
      resources: [...resourcesOf(stack, entries), ...blocksOf(stack, entries)],
      hasTwin: stampsIn(stack.body, stack.file).some(({ architecture }) => architecture === stamp.architecture),
    }));

/** The resources of a stack with their ids and paths. */
function placedIn(stack: Json, file: string, resources: readonly Resource[]) {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return blocksIn(stack, file).map(({ address, id, body }) => {
    const { uniqueId: stated } = metadataOf(body['//']);
    return { id, path: pathOf(body['//']), stated, resource: byAddress.get(address)! };
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

function stampsIn(stack: Json, file: string): Stamp[] {
  const comment = stack['//'];
  const stamps = isObject(comment) ? comment['triptych'] : undefined;
  return Array.isArray(stamps) ? stamps.map((stamp) => readStamp(stamp, file)) : [];
}

/** The means to read the blocks of a stack. */
interface Entries {
  readonly links: StateLinks;
  readonly stamp: Stamp;
  readonly places: readonly Place[];
}

const blocksOf = (stack: TerraformStack, { links }: Entries): Resource[] =>
  appBlocks(
    stack.body,
    (value) => links.resolve(value, stack),
    (address) => links.address(address, stack),
  );

function resourcesOf(stack: TerraformStack, { links, stamp, places }: Entries, body = stack.body): Resource[] {
  const roots = stampsIn(stack.body, stack.file).map(({ path }) => path);
  return blocksIn(body, stack.file).map(({ address, type, body }) => {
    const { '//': comment, ...properties } = body;
    const { place, isForeign } = placeAt(pathOf(comment), stamp.path, roots);
    const resolved = withPlaces(links.resolve(properties, stack), places);
    return new Resource(links.address(address, stack), type, resolved, place?.owner, place?.local, isForeign);
  });
}

const outputsOf = (stack: TerraformStack, { links, stamp, places }: Entries): Resource[] =>
  mapsIn(stack.body['output'], stack.file, 'output').map(
    ([name, body]) =>
      new Resource(
        `output.${name}`,
        'output',
        withPlaces(links.resolve(body, stack), places),
        stamp.outputs.includes(name) ? 'outputs' : undefined,
        name,
      ),
  );

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
