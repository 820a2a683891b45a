import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { json, node, root } from '../../projects/run';
import type { Case } from '../cases';
import { identities } from '../terraform/identities';

/** A function, as an artefact for Google Cloud has it. */
export interface RenderedFunction {
  /** What Terraform calls it. */
  readonly id: string;
  /** Its name, which is that of its service on Cloud Run. */
  readonly name: string;
  readonly runtime: string;
  readonly entryPoint: string;
  /** With references in Terraform's words. */
  readonly environment: Readonly<Record<string, string>>;
  /** The archive of its code. */
  readonly archive: string;
}

/** An example, as Triptych renders it for Google Cloud. */
export interface Rendered {
  readonly functions: readonly RenderedFunction[];
  /** The names of its Firestore databases. */
  readonly databases: readonly string[];
  /** The architecture's outputs, in Terraform's words. */
  readonly outputs: Readonly<Record<string, string>>;
  /** All resources of a type, by what Terraform calls them, with references in Terraform's words. */
  all<T extends object>(type: string): readonly (readonly [id: string, T])[];
  /** A text without its references: to what each resource says of itself, and to what is known of it once it is made. */
  resolve(text: string, known: Known): string;
}

/** What is known of a resource once it is made, other than what it says of itself. */
export type Known = (type: string, id: string, attribute: string) => string | undefined;

/** Where everything is. */
export const project = 'project';
const places: Readonly<Record<string, string>> = { project, region: 'europe-west1' };

/** As much of a stack in Terraform's JSON as is looked at. */
interface Stack {
  readonly resource: Resources;
  readonly data?: Resources;
  readonly output?: Readonly<Record<string, { readonly value: string }>>;
}
type Resources = Readonly<Record<string, Readonly<Record<string, Resource>> | undefined>>;
type Resource = Readonly<Record<string, unknown>>;
interface CloudFunction extends Resource {
  readonly name: string;
  readonly build_config: {
    readonly runtime: string;
    readonly entry_point: string;
    readonly source: { readonly storage_source: { readonly object: string } };
  };
  readonly service_config: { readonly environment_variables?: Readonly<Record<string, string>> };
}

/** Renders an example into a folder, by Triptych's command line, and reads what is there for Google Cloud. */
export async function render({ folder, file, name, parameters }: Case, to: string): Promise<Rendered> {
  const values = Object.entries(parameters).flatMap(([name, value]) => ['--param', `${name}=${value}`]);
  const args = ['synth', join(root, folder, file), '--target', 'gcp-cdktf', '--out', to, ...values];
  const { code, err } = await node(join(root, 'bin/triptych.ts'), {}, ...args);
  if (code !== 0) throw new Error(err);
  const stack = join(to, 'gcp-cdktf/stacks', name);
  return read(json<Stack>(stack, 'cdk.tf.json'), stack);
}

function read({ resource, data = {}, output = {} }: Stack, folder: string): Rendered {
  const all = <T extends object>(type: string) => Object.entries(resource[type] ?? {}) as unknown as [string, T][];
  const found = (type: string, id: string): Resource | undefined =>
    type.startsWith('data.') ? data[type.slice('data.'.length)]?.[id] : resource[type]?.[id];
  const resolve: Rendered['resolve'] = (text, known) =>
    text.replaceAll(reference, (written, variable: string | undefined, type: string, id: string, attribute: string) => {
      const own = variable === undefined ? found(type, id) : undefined;
      const value =
        variable === undefined
          ? (known(type, id, attribute) ?? computed(type, attribute, own) ?? own?.[attribute])
          : places[variable];
      if (typeof value !== 'string') throw new Error(`nothing tells what ${written} is`);
      return resolve(value, known);
    });
  return {
    all,
    functions: all<CloudFunction>('google_cloudfunctions2_function').map(
      ([id, { name, build_config, service_config }]) => {
        const { object } = build_config.source.storage_source;
        const [, objectId] = /^\$\{google_storage_bucket_object\.(\w+)\.name\}$/.exec(object) ?? [];
        const { source } = resource['google_storage_bucket_object']![objectId!]!;
        return {
          id,
          name,
          runtime: build_config.runtime,
          entryPoint: build_config.entry_point,
          environment: service_config.environment_variables ?? {},
          archive: join(folder, source as string),
        };
      },
    ),
    databases: all<{ name: string }>('google_firestore_database').map(([, { name }]) => name),
    outputs: Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value])),
    resolve,
  };
}

/** `${var.project}`, or `${google_pubsub_topic.Name.id}`. */
const reference = /\$\{(?:var\.(\w+)|((?:data\.)?[a-z0-9_]+)\.(\w+)\.([\w.[\]]+))\}/g;

/** What an attribute becomes that the cloud gives; undefined if it doesn't. */
function computed(type: string, attribute: string, own: Resource | undefined): string | undefined {
  const { id, values } = identities[type] ?? {};
  const form = attribute === 'id' ? id : values?.[attribute];
  return form?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(own?.[name] ?? places[name]));
}

/** Unpacks an archive of code into a folder, as Google's build does. */
export function unpack(archive: string, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, bytes);
  }
}
