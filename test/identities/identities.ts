import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { check } from '../../lib/cloud/check';
import type { ChosenEnvironment } from '../../lib/model/environment';
import { load } from '../../lib/model/load';
import { resolve } from '../../lib/model/resolve';
import type { Target } from '../../lib/model/target';
import { propSource } from '../../lib/settings/flags';
import { synthesize } from '../../lib/synth/synthesize';
import { fileOf } from '../artefact-file';
import { cases, type Case } from '../deploy/cases';
import { exampleFiles } from '../example-files';
import { root } from '../projects/run';
import { losses } from './losses';

/**
 * The identities of the resources that one target makes of one architecture: what the engine knows each by, and its type
 * with the name that the cloud knows it by, where that is given.
 */
export type Identities = Readonly<Record<string, string>>;

/** Those of all examples, by the architecture's name, with ` in <environment>` for one with an overlay, and the target. */
export type AllIdentities = Readonly<Record<string, Readonly<Partial<Record<Target, Identities>>>>>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- four formats, of each of which two or three fields are read
type Json = any;

/** A resource as an artefact has it. */
interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
}

/** The properties in which clouds keep a resource's name. Most other names refer to other resources. */
const naming = [
  ...['Name', 'StageName', 'Family'],
  ...['name', 'family', 'account_id', 'accountId', 'repository_id', 'repositoryId'],
  ...['parameter_id', 'parameterId', 'parameter_version_id', 'parameterVersionId'],
];

/** What is made anew with every version of the code, and named after it. */
const versions = new Set(['AWS::Lambda::Version']);
const namedByContent = new Set(['google_storage_bucket_object', 'gcp:storage/bucketObject:BucketObject']);

const resourcesIn: Readonly<Record<Target, (artefact: Json) => Resource[]>> = {
  'aws-cdk': ({ Resources }) =>
    Object.entries<Json>(Resources)
      .filter(([, { Type }]) => !versions.has(Type))
      .map(([id, { Type: type, Properties: properties = {} }]) => ({ id, type, properties })),
  'gcp-cdktf': ({ resource }) =>
    Object.entries<Json>(resource).flatMap(([type, resources]) =>
      Object.entries<Json>(resources).map(([name, properties]) => ({ id: `${type}.${name}`, type, properties })),
    ),
  'aws-pulumi': registrations,
  'gcp-pulumi': registrations,
};

function registrations({ resources }: Json): Resource[] {
  return resources.map(({ urn: id, type, inputs: properties = {} }: Json) => ({ id, type, properties }));
}

/** What an engine knows the resources of an artefact by. */
export function identitiesIn(target: Target, artefact: Json): Identities {
  const rows = resourcesIn[target](artefact).map(({ id, type, properties }): [string, string] => {
    if (losses[type] === undefined && !type.startsWith('triptych:')) throw new Error(`losses.ts doesn't know ${type}`);
    const names = namedByContent.has(type) ? [] : naming.filter((key) => typeof properties[key] === 'string');
    return [id, [type, ...names.map((key) => properties[key] as string)].join(' ')];
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The environments that an example has overlays for. */
const environmentsOf = ({ folder, file }: Case): ChosenEnvironment[] =>
  readdirSync(join(root, folder)).flatMap((other) => {
    const [, stem, env] = /^(.+)\.([^.]+)\.yaml$/.exec(other) ?? [];
    const isOverlay = `${stem}.yaml` === file && !exampleFiles.includes(join(relative('examples', folder), other));
    return env !== undefined && isOverlay ? [{ name: env, from: other, needsOverlay: true }] : [];
  });

/**
 * Renders every example on its targets, and in each environment that it has an overlay for. Code that isn't built here
 * is left out: it is part of no identity.
 */
export async function identitiesOfExamples(): Promise<AllIdentities> {
  const all: Record<string, Partial<Record<Target, Identities>>> = {};
  const places = cases.flatMap((one) => [undefined, ...environmentsOf(one)].map((env) => [one, env] as const));
  for (const [{ name, folder, file, parameters }, env] of places) {
    const architecture = join(root, folder, file);
    const resolved = resolve(load(architecture, env && { env }), [propSource(parameters)], { checks: check });
    const place = mkdtempSync(join(tmpdir(), 'triptych-'));
    try {
      await synthesize(resolved, place, { architecture, withoutCode: true });
      const artefact = (target: Target): Json =>
        JSON.parse(readFileSync(join(place, target, fileOf[target](env ? `${name}-${env.name}` : name)), 'utf8'));
      const { targets } = resolved.architecture;
      all[env ? `${name} in ${env.name}` : name] = Object.fromEntries(
        targets.map((target) => [target, identitiesIn(target, artefact(target))]),
      );
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  return all;
}
