import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Artefact, misstated, readStamp, type Stamp } from './artefact';
import { misassembled } from './assembly';
import { hashFile, listIn, mapIn, mapsIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';
import { resolveIntrinsics, type LogicalIds } from './intrinsics';
import { ownerOf } from './owner';
import { withPlaces, type Place } from './places';
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
export function readCloudFormation(folder: string): Artefact {
  const file = join(folder, 'manifest.json');
  const manifest = readDocument(file);
  const found = mapsIn(manifest['artifacts'], file, 'artifacts')
    .filter(([, artifact]) => artifact['type'] === 'aws:cloudformation:stack')
    .flatMap(([id, artifact]) => {
      const { templateFile } = mapIn(artifact['properties'], file, 'artifacts', id, 'properties');
      const source = join(folder, textIn(templateFile, file, 'artifacts', id, 'properties', 'templateFile'));
      const template = readDocument(source);
      const places = placesIn(artifact['environment']);
      return stampsIn(template, source).map((stamp) => ({ id, template, source, stamp, places, artifact }));
    });
  if (found.length !== 1)
    throw new ArtefactError(folder, `must contain exactly one architecture, found ${found.length}`);
  const [{ id, template, source, stamp, places, artifact }] = found as [(typeof found)[number]];
  const unanswered = listIn(manifest['missing'], file, 'missing').map(({ key, provider }, index) => ({
    resource: 'manifest.json',
    path: ['missing', typeof key === 'string' ? key : String(index)],
    value: provider,
  }));
  const assets = join(folder, `${id}.assets.json`);
  const published = existsSync(assets) ? readDocument(assets) : {};
  const assembled = misassembled(id, artifact, published, stamp.withoutCode.length > 0);
  const hashOf = (file: string) => assetHash(folder, id, file);
  return new Artefact(
    stamp,
    resourcesOf(template, source, stamp, places),
    [...rest(template, source), ...misstated(stamp, namesIn(template['Outputs'])), ...assembled, ...unanswered],
    hashOf,
    places,
  );
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
    text && attribute ? [{ pointer: { at: 'AWS', attribute }, written: text }] : [],
  );
}

function resourcesOf(template: Json, file: string, stamp: Stamp, places: readonly Place[]): Resource[] {
  const resolve = (value: unknown) => withPlaces(resolveIntrinsics(value, addresses), places);
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
      { ...(resolve(properties) as Json), ...foreignMetadata(metadata) },
      place?.owner,
      place?.local,
    );
  });
  return [...resources, ...outputs, ...parameters, ...rules];
}

function pathOf({ Metadata: metadata }: Json): string | undefined {
  const path = isObject(metadata) ? metadata['aws:cdk:path'] : undefined;
  return typeof path === 'string' ? path : undefined;
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

/** The hash of the file that is uploaded under an asset's key. */
function assetHash(folder: string, stack: string, key: string): string | undefined {
  const assets = join(folder, `${stack}.assets.json`);
  if (!existsSync(assets)) return undefined;
  const asset = mapsIn(readDocument(assets)['files'], assets, 'files').find(([id, { destinations }]) =>
    mapsIn(destinations, assets, 'files', id, 'destinations').some(([, { objectKey }]) => objectKey === key),
  );
  if (asset === undefined) return undefined;
  const [id, { source }] = asset;
  const { path } = mapIn(source, assets, 'files', id, 'source');
  return hashFile(join(folder, textIn(path, assets, 'files', id, 'source', 'path')));
}
