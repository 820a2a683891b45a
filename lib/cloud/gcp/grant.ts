import { splitElementId, type ElementId } from '../../model/name';
import { part, place, type Part, type PlanText } from '../part';
import { services } from './services';

/** A role that a service account has. */
export interface GcpGrant {
  /** The element that may be used, which names the grant within its holder. */
  readonly on: ElementId;
  readonly role: string;
  readonly member: Part;
  /** The role is given on the project, since nothing smaller takes it, and holds under this condition alone. */
  readonly condition: { readonly title: string; readonly expression: PlanText };
  /** The services of Google's that it needs to be switched on. */
  readonly needs: readonly string[];
}

/** What a verb on a table is on Firestore, where no role writes without reading. */
const databaseRoles = {
  read: 'roles/datastore.viewer',
  write: 'roles/datastore.user',
  readwrite: 'roles/datastore.user',
};

/** One role for each element that another one uses. */
export function planGrants(
  holder: ElementId,
  uses: Readonly<Record<ElementId, keyof typeof databaseRoles>>,
): GcpGrant[] {
  return (Object.keys(uses) as ElementId[]).sort().map((on) => ({
    on,
    role: databaseRoles[uses[on]!],
    member: part(holder, 'serviceAccount', 'member'),
    condition: {
      title: `${splitElementId(on).name} only`,
      expression: ['resource.name == "projects/', place('project'), '/databases/', part(on, 'database', 'name'), '"'],
    },
    needs: [services.projects],
  }));
}
