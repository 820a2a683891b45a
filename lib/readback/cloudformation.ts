import { join } from 'node:path';
import { besideInAssembly } from './app-stacks';
import { Artefact, type Scope } from './artefact';
import { misstated, readStamp, type Stamp } from './stamp';
import { filesOf } from './assembly';
import { besideTemplate } from './assembly-files';
import { Assets } from './assets';
import { renamedConstructs } from './construct-id';
import { mapIn, mapsIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';
import { Folder } from './folder';
import { resolveEntry, type LogicalIds } from './intrinsics';
import { ownerOf } from './owner';
import { withPlaces, type Place } from './places';
import { Pointer } from './made';
import { isObject, Resource, type Unrecognized } from './resource';

/** The parameters for the foundation's network. */
const ownParameters = ['DefaultVpcId', 'DefaultSubnetIds'];

/** CDK's own metadata about a resource, which CloudFormation doesn't read. */
const ownMetadata = [
  'aws:cdk:path',
  'aws:cdk:do-not-refactor',
  'aws:asset:path',
  'aws:asset:property',
  'aws:asset:is-bundled',
];

/**
 * Reads a cloud assembly of CDK: the template with the architecture, with every reference resolved.
 * @throws ArtefactError if there is no assembly, or none or several architectures in it
 */
export function readCloudFormation(place: string, scope: Scope = 'whole'): Artefact {
  const folder = new Folder(place, scope);
  const file = fileIn(folder, 'manifest.json');
  const manifest = readDocument(file);
  const found = mapsIn(manifest['artifacts'], file, 'artifacts')
    .filter(([, artifact]) => artifact['type'] === 'aws:cloudformation:stack')
    .flatMap(([id, { properties, environment }]) => {
      const said = mapIn(properties, file, 'artifacts', id, 'properties');
      const name = textIn(said['templateFile'], file, 'artifacts', id, 'properties', 'templateFile');
      const source = fileIn(folder, name);
      const template = readDocument(source);
      const places = placesIn(environment);
      return stampsIn(template, source).map((stamp) => ({ id, name, template, source, stamp, places }));
    });
  if (found.length !== 1)
    throw new ArtefactError(place, `must contain exactly one architecture, found ${found.length}${stagesIn(manifest)}`);
  const [{ id, name, template, source, stamp, places }] = found as [(typeof found)[number]];
  const assets = new Assets(folder, filesOf(id).assets);
  const published = { template: name, withoutCode: stamp.withoutCode };
  const resources = resourcesOf(template, source, stamp, places);
  return new Artefact(
    stamp,
    resources,
    [
      ...rest(template, source),
      ...misstated(stamp, namesIn(template['Outputs'])),
      ...(scope === 'whole' ? besideTemplate(folder, stamp.architecture, manifest, name) : []),
    ],
    (key) => assets.sha256(key),
    places,
    {
      unrecognized: () => [...assets.unrecognized(published), ...folder.unrecognized()],
      unjudged: () => folder.unjudged(),
    },
    renamedConstructs(placedIn(template, source, resources), 'cdk', scope),
    { own: id, others: scope === 'app' ? besideInAssembly(place, id) : {} },
  );
}

/** A hint at the folders of stages, each of which is an assembly of its own. */
function stagesIn({ artifacts }: Json): string {
  const nested = Object.values(isObject(artifacts) ? artifacts : {}).filter(isObject);
  const folders = nested.flatMap(({ type, properties }) =>
    type === 'cdk:cloud-assembly' && isObject(properties) ? [String(properties['directoryName'])] : [],
  );
  return folders.length > 0 ? `; for the architecture of a stage, name its folder: ${folders.join(', ')}` : '';
}

/** The resources of a template with their logical ids and paths. */
function placedIn(template: Json, file: string, resources: readonly Resource[]) {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return mapsIn(template['Resources'], file, 'Resources').map(([id, body]) => {
    const path = pathOf(body) ?? '';
    return { id, path, resource: byAddress.get(path || id)! };
  });
}

/**
 * Finds a file of the assembly.
 * @throws ArtefactError if there is none
 */
function fileIn(folder: Folder, name: string): string {
  const file = folder.claim(name);
  if (file === undefined) throw new ArtefactError(join(folder.place, name), 'no such file');
  return file;
}

function stampsIn(template: Json, file: string): Stamp[] {
  const stamps = isObject(template['Metadata']) ? template['Metadata']['Triptych'] : undefined;
  return Array.isArray(stamps) ? stamps.map((stamp) => readStamp(stamp, file)) : [];
}

/** Reads an app's account and region: `aws://123456789012/eu-central-1`. */
function placesIn(environment: unknown): Place[] {
  const [, account, region] =
    typeof environment === 'string' ? (/^aws:\/\/(\d+)\/([a-z0-9-]+)$/.exec(environment) ?? []) : [];
  const written = [
    ['AccountId', account],
    ['Region', region === 'unknown-region' ? undefined : region],
  ];
  return written.flatMap(([attribute, text]) =>
    text && attribute ? [{ pointer: new Pointer('AWS', attribute), written: text }] : [],
  );
}

function resourcesOf(template: Json, file: string, stamp: Stamp, places: readonly Place[]): Resource[] {
  const resolve = (entry: Json) => withPlaces(resolveEntry(entry, addresses), places) as Json;
  const section = (name: string) => mapsIn(template[name], file, name);
  const written = section('Resources');
  const addresses: LogicalIds = new Map(written.map(([id, body]) => [id, pathOf(body) ?? id]));
  const outputs = section('Outputs').map(
    ([name, body]) =>
      new Resource(
        `Outputs/${name}`,
        'Output',
        resolve(body),
        stamp.outputs.includes(name) ? 'outputs' : undefined,
        name,
      ),
  );
  const parameters = section('Parameters')
    .filter(([name]) => name !== 'BootstrapVersion')
    .map(
      ([name, body]) =>
        new Resource(
          `Parameters/${name}`,
          'Parameter',
          body,
          ownParameters.includes(name) ? 'foundation' : undefined,
          name,
        ),
    );
  const rules = section('Rules')
    .filter(([name]) => name !== 'CheckBootstrapVersion')
    .map(([name, body]) => new Resource(`Rules/${name}`, 'Rule', body));
  const resources = written.map(([id, body]) => {
    const { Type: type, Metadata: metadata, ...properties } = body;
    const address = addresses.get(id)!;
    const below = address.startsWith(`${stamp.path}/`) ? address.slice(stamp.path.length + 1).split('/') : [];
    const place = ownerOf(below);
    return new Resource(
      address,
      textIn(type, file, 'Resources', id, 'Type'),
      { ...resolve(properties), ...foreignMetadata(metadata) },
      place?.owner,
      place?.local,
    );
  });
  return [...resources, ...outputs, ...parameters, ...rules];
}

function pathOf({ Metadata: metadata }: Json): string | undefined {
  const path = isObject(metadata) ? metadata['aws:cdk:path'] : undefined;
  return typeof path === 'string' && path !== '' ? path : undefined;
}

/** Metadata that isn't CDK's own. */
function foreignMetadata(metadata: unknown): Json {
  if (!isObject(metadata)) return metadata === undefined ? {} : { Metadata: metadata };
  const foreign = Object.entries(metadata).filter(([key]) => !ownMetadata.includes(key));
  return foreign.length > 0 ? { Metadata: Object.fromEntries(foreign) } : {};
}

/** Everything in a template that is no resource here, and that CDK doesn't put into every template. */
const namesIn = (map: unknown): string[] => Object.keys(isObject(map) ? map : {});

function rest({ Metadata: metadata, ...template }: Json, file: string): Unrecognized[] {
  const known = ['Resources', 'Outputs', 'Parameters', 'Rules', 'Description'];
  const sections = Object.entries(template).filter(([section]) => !known.includes(section));
  const foreign = Object.entries(mapIn(metadata, file, 'Metadata')).filter(([key]) => key !== 'Triptych');
  return [
    ...sections.flatMap(([section, body]) => leavesOf(section, body)),
    ...foreign.map(([key, value]) => ({ resource: 'Metadata', path: [key], value })),
  ];
}

/** The entries of a section that is no resource here; one without entries is an entry itself. */
function leavesOf(section: string, body: unknown): Unrecognized[] {
  const entries = isObject(body) ? Object.entries(body) : [];
  if (entries.length === 0) return [{ resource: section, path: [], value: body }];
  return entries.map(([key, value]) => ({ resource: section, path: [key], value }));
}
