import { join } from 'node:path';
import type { Scope } from './artefact';
import { filesOf } from './assembly';
import { Assets } from './assets';
import { mapIn, mapsIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';
import { Folder } from './folder';
import { isObject } from './resource';

/** A template of an app: of a stack, or of a nested one. */
export interface Template {
  /** The path of the stack, by which people know it: `ShopStack`, `Prod/ShopStack`. */
  readonly stack: string;
  /** The name that CloudFormation gets for the stack. */
  readonly stackName: string;
  /** The id of the stack in its assembly's manifest. */
  readonly id: string;
  /** The assembly that the template is in, and its manifest. */
  readonly folder: Folder;
  readonly manifest: Json;
  /** The name of the file with the assets of the stack. */
  readonly assets: string;
  /** The template's name in its assembly, its place, and its content. */
  readonly name: string;
  readonly file: string;
  readonly body: Json;
  /** The account and the region: `aws://123456789012/eu-central-1`. */
  readonly environment: unknown;
  /** The template that has the stack as a resource, and the logical id there. @default it isn't nested */
  readonly nested?: { readonly in: Template; readonly id: string };
}

/** A stage has an assembly of its own; CDK nests no deeper than an app's own stages. */
const deepest = 10;

/**
 * The templates of a cloud assembly. In scope `app` also those of the assemblies of stages, and of nested stacks.
 * @throws ArtefactError if one of them isn't there, or is none
 */
export const templatesIn = (place: string, scope: Scope): Template[] => inAssembly(place, scope, '', 0);

function inAssembly(place: string, scope: Scope, prefix: string, depth: number): Template[] {
  if (depth > deepest)
    throw new ArtefactError(join(place, 'manifest.json'), `must be below at most ${deepest} other assemblies`);
  const folder = new Folder(place, scope);
  const file = fileIn(folder, 'manifest.json');
  const manifest = readDocument(file);
  const artifacts = mapsIn(manifest['artifacts'], file, 'artifacts');
  return artifacts.flatMap(([id, { type, properties, environment, displayName }]) => {
    const said = () => mapIn(properties, file, 'artifacts', id, 'properties');
    const text = (key: string) => textIn(said()[key], file, 'artifacts', id, 'properties', key);
    if (type === 'cdk:cloud-assembly' && scope === 'app')
      return inAssembly(join(place, text('directoryName')), scope, `${prefix}${id}/`, depth + 1);
    if (type !== 'aws:cloudformation:stack') return [];
    const name = text('templateFile');
    const source = fileIn(folder, name);
    const template: Template = {
      stack: typeof displayName === 'string' ? displayName : prefix + id,
      stackName: typeof said()['stackName'] === 'string' ? text('stackName') : id,
      id,
      folder,
      manifest,
      assets: scope === 'app' ? assetsOf(id, artifacts) : filesOf(id).assets,
      name,
      file: source,
      body: readDocument(source),
      environment,
    };
    return [template, ...(scope === 'app' ? nestedIn(template, 0) : [])];
  });
}

/** The file with a stack's assets, whose name a synthesizer of the app may choose. */
function assetsOf(stack: string, artifacts: readonly (readonly [string, Json])[]): string {
  const [, { properties = undefined } = {}] = artifacts.find(([id]) => id === `${stack}.assets`) ?? [];
  const file = isObject(properties) ? properties['file'] : undefined;
  return typeof file === 'string' ? file : filesOf(stack).assets;
}

/**
 * The templates of the nested stacks of a template, which are assets of its stack. A template from elsewhere can't be
 * read here.
 */
function nestedIn(parent: Template, depth: number): Template[] {
  if (depth > deepest) throw new ArtefactError(parent.file, `must be nested in at most ${deepest} stacks`);
  const assets = new Assets(parent.folder, parent.assets);
  return mapsIn(parent.body['Resources'], parent.file, 'Resources').flatMap(([id, { Type, Properties, Metadata }]) => {
    if (Type !== nestedType || !isObject(Properties)) return [];
    const metadata = isObject(Metadata) ? Metadata : {};
    const name = assets.publishedAt(Properties['TemplateURL']) ?? metadata['aws:asset:path'];
    const file = typeof name === 'string' ? parent.folder.claim(name) : undefined;
    if (typeof name !== 'string' || file === undefined) return [];
    const path = metadata['aws:cdk:path'];
    const stack = typeof path === 'string' ? pathOfNested(path) : `${parent.stack}/${id}`;
    const nested: Template = { ...parent, stack, name, file, body: readDocument(file), nested: { in: parent, id } };
    return [nested, ...nestedIn(nested, depth + 1)];
  });
}

/** The type of a nested stack in the template around it. */
export const nestedType = 'AWS::CloudFormation::Stack';

/** `ShopStack/Inner.NestedStack/Inner.NestedStackResource` → `ShopStack/Inner` */
const pathOfNested = (path: string): string => path.replace(/\.NestedStack\/[^/]+\.NestedStackResource$/, '');

/**
 * Finds a file of the assembly.
 * @throws ArtefactError if there is none
 */
function fileIn(folder: Folder, name: string): string {
  const file = folder.claim(name);
  if (file === undefined) throw new ArtefactError(join(folder.place, name), 'no such file');
  return file;
}
