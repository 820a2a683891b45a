import { join } from 'node:path';
import { expectStackName } from '../facts/name';
import { Links, pathOf } from './app-links';
import type { OtherStack } from './app-stacks';
import { templatesIn, type Template } from './app-templates';
import { Artefact, type Scope } from './artefact';
import { misstated, readStamp, resolvedStamp, valueIn, type Stamp } from './stamp';
import { besideTemplate } from './assembly-files';
import { Assets } from './assets';
import { renamedConstructs } from './construct-id';
import { mapsIn, textIn, type Json } from './document';
import { inScope } from './foreign-waits';
import { onlyOne, type Found } from './found';
import { foreignMetadata } from './metadata';
import { resolveIntrinsics } from './intrinsics';
import { placeAt } from './owner';
import { withPlaces, type Place } from './places';
import { Pointer } from './made';
import { isObject, Resource } from './resource';
import { readStored, storedFile } from './stored';
import { rest } from './template-rest';

/** The parameters for the foundation's network. */
const ownParameters = ['DefaultVpcId', 'DefaultSubnetIds'];

/**
 * Finds the architectures in a cloud assembly of CDK: in its stacks, and in scope `app` also in those of its stages, and in
 * nested stacks.
 * @throws ArtefactError if there is no assembly, or one of its templates can't be read
 */
export function findInAssembly(place: string, scope: Scope = 'whole'): Found[] {
  const templates = templatesIn(place, scope);
  return templates.flatMap((template) =>
    stampsIn(template.body, template.file).map((stamp) => ({
      architecture: stamp.architecture,
      ...(stamp.env !== undefined && { env: stamp.env }),
      path: stamp.path,
      stack: template.stack,
      engineValues: Object.keys(stamp.engineValues ?? {}),
      open: () => artefactOf({ template, templates, stamp, scope }),
      stored: () => readStored(join(template.folder.place, storedFile(stamp.path)), stamp.path),
    })),
  );
}

/**
 * Reads a cloud assembly of CDK: the template with the architecture, with every reference resolved.
 * @throws ArtefactError if there is no assembly, or none or several architectures in it
 */
export const readCloudFormation = (place: string, scope: Scope = 'whole'): Artefact =>
  onlyOne(findInAssembly(place, scope), place).open();

/** An architecture, and the templates of its app. */
interface View {
  readonly template: Template;
  readonly templates: readonly Template[];
  readonly stamp: Stamp;
  readonly scope: Scope;
}

function artefactOf(view: View): Artefact {
  const { template, templates, stamp, scope } = view;
  const { folder, manifest, name, file, body } = template;
  const links = new Links(templates, template, ownParameters);
  const places = placesIn(template.environment);
  const assets = new Assets(folder, template.assets);
  const published = { template: name, withoutCode: stamp.withoutCode };
  const entries = { links, stamp, places, scope };
  const resources = inScope([...resourcesOf(template, entries), ...othersOf(template, entries)], scope);
  return new Artefact(
    resolvedStamp(stamp, (text) =>
      withPlaces(links.resolve({ value: valueIn(text, file) }, template)['value'], places),
    ),
    resources,
    [
      ...rest(body, file),
      ...misstated(stamp, namesIn(body['Outputs'])),
      ...(scope === 'whole' ? besideTemplate(folder, expectStackName(stamp), manifest, name) : []),
    ],
    (key) => assets.sha256(key),
    places,
    {
      unrecognized: () => [...assets.unrecognized(published), ...folder.unrecognized()],
      unjudged: () => folder.unjudged(),
    },
    renamedConstructs(placedIn(template, resources), 'cdk', scope, stamp.existing),
    { own: template.stack, others: scope === 'app' ? besideOf(view, entries) : [] },
    (key) => (scope === 'app' ? bucketIn(assets, key, places) : undefined),
  );
}

/** The bucket that the assets of an app publish a file to, which its synthesizer chooses. */
function bucketIn(assets: Assets, key: string, places: readonly Place[]): unknown {
  const bucket = assets.bucket(key);
  return bucket && withPlaces(resolveIntrinsics({ 'Fn::Sub': bucket }, new Map()), places);
}

/** The other stacks of an app. */
const besideOf = ({ template: own, templates, stamp }: View, entries: Entries): OtherStack[] =>
  templates
    .filter((template) => template !== own)
    .map((template) => ({
      stack: template.stack,
      resources: resourcesOf(template, entries),
      hasTwin: stampsIn(template.body, template.file).some(({ architecture }) => architecture === stamp.architecture),
    }));

/** The resources of a template with their logical ids and paths. */
function placedIn({ body, file }: Template, resources: readonly Resource[]) {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return mapsIn(body['Resources'], file, 'Resources').map(([id, entry]) => {
    const path = pathOf(entry) ?? '';
    return { id, path, resource: byAddress.get(path || id)! };
  });
}

function stampsIn(template: Json, file: string): Stamp[] {
  const stamps = isObject(template['Metadata']) ? template['Metadata']['Triptych'] : undefined;
  return Array.isArray(stamps) ? stamps.map((stamp) => readStamp(stamp, file)) : [];
}

/** Reads an app's account and region: `aws://123456789012/eu-central-1`. */
function placesIn(environment: unknown): Place[] {
  const [, account, region] =
    typeof environment === 'string' ? (/^aws:\/\/(\d+)\/([a-z0-9-]+)$/.exec(environment) ?? []) : [];
  const between = [[':', ':']] as const;
  return [
    { pointer: new Pointer('AWS', 'AccountId'), written: account, keys: /account/i, between },
    {
      pointer: new Pointer('AWS', 'Region'),
      written: region === 'unknown-region' ? undefined : region,
      keys: /region/i,
      between,
    },
  ].filter(({ written }) => written !== undefined);
}

/** The means to read the entries of a template. */
interface Entries {
  readonly links: Links;
  readonly stamp: Stamp;
  readonly places: readonly Place[];
  readonly scope: Scope;
}

function resourcesOf(template: Template, { links, stamp, places, scope }: Entries): Resource[] {
  const { body: whole, file } = template;
  const addresses = links.addresses(template);
  const roots = stampsIn(whole, file).map(({ path }) => path);
  return mapsIn(whole['Resources'], file, 'Resources').map(([id, body]) => {
    const { Type: type, Metadata: metadata, ...properties } = links.withoutPassedOn(body['Type'], id, body, template);
    const address = addresses.get(id)!;
    const { place, isForeign } = placeAt(address, stamp.path, roots);
    return new Resource(
      address,
      textIn(type, file, 'Resources', id, 'Type'),
      { ...(withPlaces(links.resolve(properties, template), places) as Json), ...foreignMetadata(metadata, scope) },
      place?.owner,
      place?.local,
      isForeign,
    );
  });
}

/** The outputs, parameters and rules of the template with the architecture, as resources. */
function othersOf(template: Template, { links, stamp, places }: Entries): Resource[] {
  const resolve = (entry: Json) => withPlaces(links.resolve(entry, template), places);
  const section = (name: string) => mapsIn(template.body[name], template.file, name);
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
  return [...outputs, ...parameters, ...rules];
}

const namesIn = (map: unknown): string[] => Object.keys(isObject(map) ? map : {});
