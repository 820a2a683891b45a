import { expectStackName } from '../facts/name';
import { mapIn, type Json } from './document';
import { equal, type Unrecognized } from './resource';
import type { Stamp } from './stamp';

/** The open project and region of a stack. */
export const open = { project: '${var.project}', region: '${var.region}' };

/** The versions of Google's provider that bindings 16.5 to 16.12 are generated from. */
const googleVersions = ['6.43.0', '6.44.0', '6.45.0', '6.46.0', '6.47.0', '6.48.0', '6.49.0', '6.50.0'] as const;

/** The providers, state and variables of a program with only the architecture. An app has its own. */
const programs = (stack: string, resources: Json, version: string): Json => ({
  provider: { google: [open], ...forTypes(resources, ({ name, block }) => [name, [block]]) },
  terraform: {
    backend: { local: { path: `terraform.${stack}.tfstate` } },
    // The provider versions that the bindings are generated from.
    required_providers: {
      google: { source: 'google', version },
      ...forTypes(resources, ({ name, source, ...own }) => [name, { source, version: own.version ?? version }]),
    },
  },
  variable: { project: { nullable: false, type: 'string' }, region: { nullable: false, type: 'string' } },
});

/** A provider that a program has only if it has resources of a type. */
interface Provider {
  readonly name: string;
  readonly source: string;
  readonly block: object;
  /** Left out: that of Google's provider. */
  readonly version?: string;
}

/** Something of each provider that the types of a program's resources require. */
const forTypes = (resources: Json, entry: (provider: Provider) => readonly [string, unknown]): Json =>
  Object.fromEntries(
    Object.entries(providers())
      .filter(([type]) => resources[type] !== undefined)
      .map(([, provider]) => entry(provider)),
  );

const providers = (): Readonly<Record<string, Provider>> => ({
  google_project_service_identity: { name: 'google-beta', source: 'google-beta', block: open },
  time_sleep: { name: 'time', source: 'hashicorp/time', block: {}, version: '0.13.1' },
});

/** The sections of a stack that differ from those of a program with only the architecture. */
export function misplaced(body: Json, stamp: Stamp, file: string): Unrecognized[] {
  const resources = mapIn(body['resource'], file, 'resource');
  const rights = googleVersions.map((version) => programs(expectStackName(stamp), resources, version));
  return ['provider', 'terraform', 'variable']
    .filter((section) => !rights.some((right) => equal(body[section], right[section])))
    .map((section) => ({ resource: section, path: [], value: body[section] }));
}
