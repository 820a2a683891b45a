import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { json, node, root } from '../../projects/run';
import type { Case } from '../cases';

/** A function, as an artefact for Google Cloud has it. */
export interface RenderedFunction {
  /** What Terraform calls it. */
  readonly id: string;
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
  /** A text without its references: to what each resource says of itself, and to what is known of it once it is made. */
  resolve(text: string, known: (type: string, id: string, attribute: string) => string | undefined): string;
}

/** As much of a stack in Terraform's JSON as is looked at. */
interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Resource>> | undefined>>;
  readonly output?: Readonly<Record<string, { readonly value: string }>>;
}
type Resource = Readonly<Record<string, unknown>>;
interface CloudFunction extends Resource {
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

function read({ resource, output = {} }: Stack, folder: string): Rendered {
  const ofType = <T extends Resource>(type: string) => Object.entries(resource[type] ?? {}) as [string, T][];
  const resolve: Rendered['resolve'] = (text, known) =>
    text.replaceAll(/\$\{([a-z0-9_]+)\.(\w+)\.(\w+)\}/g, (reference, type: string, id: string, attribute: string) => {
      const value = known(type, id, attribute) ?? resource[type]?.[id]?.[attribute];
      if (typeof value !== 'string') throw new Error(`nothing tells what ${reference} is`);
      return value;
    });
  return {
    functions: ofType<CloudFunction>('google_cloudfunctions2_function').map(
      ([id, { build_config, service_config }]) => {
        const { object } = build_config.source.storage_source;
        const [, objectId] = /^\$\{google_storage_bucket_object\.(\w+)\.name\}$/.exec(object) ?? [];
        const { source } = resource['google_storage_bucket_object']![objectId!]!;
        return {
          id,
          runtime: build_config.runtime,
          entryPoint: build_config.entry_point,
          environment: service_config.environment_variables ?? {},
          archive: join(folder, source as string),
        };
      },
    ),
    databases: ofType('google_firestore_database').map(([, { name }]) => name as string),
    outputs: Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value])),
    resolve,
  };
}

/** Unpacks an archive of code into a folder, as Google's build does. */
export function unpack(archive: string, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, bytes);
  }
}
