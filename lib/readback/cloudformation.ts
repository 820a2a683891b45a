import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Artefact, misstated, readStamp, type Stamp } from './artefact';
import { misassembled } from './assembly';
import { ArtefactError } from './error';
import { resolveIntrinsics, type LogicalIds } from './intrinsics';
import { ownerOf } from './owner';
import { withPlaces, type Place } from './places';
import { isObject, Resource, type Unrecognized } from './resource';

type Json = Record<string, unknown>;

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
  const manifest = json(join(folder, 'manifest.json'));
  const found = Object.entries((manifest['artifacts'] ?? {}) as Record<string, Json>)
    .filter(([, artifact]) => artifact['type'] === 'aws:cloudformation:stack')
    .flatMap(([id, artifact]) => {
      const template = json(join(folder, String((artifact['properties'] as Json)['templateFile'])));
      const places = placesIn(artifact['environment']);
      return stampsIn(template, folder).map((stamp) => ({ id, template, stamp, places, artifact }));
    });
  if (found.length !== 1)
    throw new ArtefactError(folder, `must contain exactly one architecture, found ${found.length}`);
  const [{ id, template, stamp, places, artifact }] = found as [(typeof found)[number]];
  const unanswered = ((manifest['missing'] ?? []) as Json[]).map((missing) => ({
    resource: 'manifest.json',
    path: ['missing', String(missing['key'])],
    value: missing['provider'],
  }));
  const assets = join(folder, `${id}.assets.json`);
  const published = existsSync(assets) ? json(assets) : {};
  const assembled = misassembled(id, artifact, published, stamp.withoutCode.length > 0);
  const hashOf = (file: string) => assetHash(folder, id, file);
  return new Artefact(
    stamp,
    resourcesOf(template, stamp, places),
    [...rest(template), ...misstated(stamp, namesIn(template['Outputs'])), ...assembled, ...unanswered],
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
  const [, account, region] = /^aws:\/\/(\d+)\/([a-z0-9-]+)$/.exec(String(environment)) ?? [];
  const written = [
    ['AccountId', account],
    ['Region', region === 'unknown-region' ? undefined : region],
  ];
  return written.flatMap(([attribute, text]) =>
    text && attribute ? [{ pointer: { at: 'AWS', attribute }, written: text }] : [],
  );
}

function resourcesOf(template: Json, stamp: Stamp, places: readonly Place[]): Resource[] {
  const resolve = (value: unknown) => withPlaces(resolveIntrinsics(value, addresses), places);
  const written = (template['Resources'] ?? {}) as Record<string, Json>;
  const addresses: LogicalIds = new Map(Object.entries(written).map(([id, body]) => [id, pathOf(body) ?? id]));
  const outputs = Object.entries((template['Outputs'] ?? {}) as Record<string, Json>).map(
    ([name, body]) =>
      new Resource(
        `Outputs/${name}`,
        'Output',
        resolve(body),
        stamp.outputs.includes(name) ? 'outputs' : undefined,
        name,
      ),
  );
  const parameters = Object.entries((template['Parameters'] ?? {}) as Record<string, Json>)
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
  const rules = Object.entries((template['Rules'] ?? {}) as Record<string, Json>)
    .filter(([name]) => name !== 'CheckBootstrapVersion')
    .map(([name, body]) => new Resource(`Rules/${name}`, 'Rule', body));
  const resources = Object.entries(written).map(([id, body]) => {
    const { Type: type, Metadata: metadata, ...properties } = body;
    const address = addresses.get(id)!;
    const below = address.startsWith(`${stamp.path}/`) ? address.slice(stamp.path.length + 1).split('/') : [];
    const place = ownerOf(below);
    return new Resource(
      address,
      String(type),
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

function rest({ Metadata: metadata, ...template }: Json): Unrecognized[] {
  const known = ['Resources', 'Outputs', 'Parameters', 'Rules', 'Description'];
  const sections = Object.entries(template).filter(([section]) => !known.includes(section));
  const foreign = Object.entries((metadata ?? {}) as Json).filter(([key]) => key !== 'Triptych');
  return [...sections, ['Metadata', Object.fromEntries(foreign)] as const].flatMap(([section, body]) =>
    Object.entries((body ?? {}) as Json).map(([key, value]) => ({ resource: section, path: [key], value })),
  );
}

/** The hash of the file that is uploaded under an asset's key. */
function assetHash(folder: string, stack: string, key: string): string | undefined {
  const assets = join(folder, `${stack}.assets.json`);
  if (!existsSync(assets)) return undefined;
  const files = (json(assets)['files'] ?? {}) as Record<
    string,
    { source: { path: string }; destinations: Record<string, Json> }
  >;
  const asset = Object.values(files).find(({ destinations }) =>
    Object.values(destinations).some(({ objectKey }) => objectKey === key),
  );
  const file = asset && join(folder, asset.source.path);
  return file && existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
}

function json(file: string): Json {
  if (!existsSync(file)) throw new ArtefactError(file, 'no such file');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    throw new ArtefactError(file, 'not JSON');
  }
}
