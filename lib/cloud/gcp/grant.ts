import type { ResolvedArchitecture } from '../../model/architecture';
import { isExistingId } from '../../model/existing';
import type { UsableKind, Uses, Verb } from '../../model/grant';
import { splitElementId, type ElementId } from '../../model/name';
import { part, place, type Part, type PlanText } from '../part';
import { services } from './services';

/** A role that a service account has. */
export interface GcpGrant {
  /** The element that may be used, which names the grant within its holder. */
  readonly on: ElementId;
  readonly role: string;
  readonly member: Part;
  readonly scope: GcpScope;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

/** The scope of a role: one resource, or the project with a condition that names the resource. */
export type GcpScope =
  | { readonly kind: 'bucket' | 'topic' | 'secret' | 'run'; readonly resource: Part }
  /** Used where the role can't be granted on a single resource. */
  | {
      readonly kind: 'project';
      readonly project: PlanText;
      readonly condition: { readonly title: string; readonly expression: PlanText };
    };

/**
 * The roles of each verb, by the kind of the element that is used. Google has no role that writes objects or items
 * without reading them.
 */
const roles: Readonly<Record<UsableKind, Partial<Record<Verb, string>>>> = {
  functions: { invoke: 'roles/run.invoker' },
  services: { invoke: 'roles/run.invoker' },
  queues: { send: 'roles/pubsub.publisher' },
  topics: { publish: 'roles/pubsub.publisher' },
  buckets: {
    read: 'roles/storage.objectViewer',
    write: 'roles/storage.objectUser',
    readwrite: 'roles/storage.objectUser',
  },
  tables: { read: 'roles/datastore.viewer', write: 'roles/datastore.user', readwrite: 'roles/datastore.user' },
  secrets: { read: 'roles/secretmanager.secretAccessor' },
};

/** One role for each element that another one uses. */
export function planGrants(holder: ElementId, uses: Uses, architecture: ResolvedArchitecture): GcpGrant[] {
  return (Object.keys(uses) as ElementId[]).sort().map((on) => {
    const { kind } = splitElementId(on);
    return {
      on,
      role: roles[kind as UsableKind][uses[on]!]!,
      member: part(holder, 'serviceAccount', 'member'),
      scope: scopeOf(on, architecture),
      needs: kind === 'tables' ? [services.projects] : [],
    };
  });
}

function scopeOf(on: ElementId, architecture: ResolvedArchitecture): GcpScope {
  const { kind, name } = splitElementId(on);
  switch (kind as UsableKind) {
    case 'functions':
      // A function is called at the Cloud Run service below it, which has its name.
      return { kind: 'run', resource: part(on, 'function', 'name') };
    case 'services':
      return { kind: 'run', resource: part(on, 'service', 'name') };
    case 'queues':
    case 'topics':
      return { kind: 'topic', resource: part(on, 'topic', 'id') };
    case 'buckets':
      return { kind: 'bucket', resource: part(on, 'bucket', 'name') };
    case 'secrets':
      return { kind: 'secret', resource: part(on, 'secret', 'id') };
    case 'tables': {
      // A database that something else owns may be in another project.
      const project = isExistingId(architecture, on) ? part(on, 'database', 'project') : place('project');
      return {
        kind: 'project',
        project: [project],
        condition: {
          title: `${name} only`,
          expression: ['resource.name == "projects/', project, '/databases/', part(on, 'database', 'name'), '"'],
        },
      };
    }
  }
}
