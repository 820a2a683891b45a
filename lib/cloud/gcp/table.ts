import { elementId, type ElementId } from '../../model/name';
import type { ResolvedTable } from '../../model/table';
import { physicalName, type Naming } from '../name';
import { limits } from './name';
import { services } from './services';

/** The Firestore database of a table, with every decision made. */
export interface GcpTablePlan extends Pick<ResolvedTable, 'pointInTimeRecovery' | 'retain'> {
  readonly element: ElementId;
  readonly database: string;
  readonly mode: 'FIRESTORE_NATIVE';
  /** The collection that holds the items. */
  readonly collection: 'items';
  readonly ttlField?: string;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

export function planTable(name: string, spec: ResolvedTable, naming: Naming): GcpTablePlan {
  const element = elementId('tables', name);
  return {
    element,
    database: physicalName(naming, element, limits.database),
    mode: 'FIRESTORE_NATIVE',
    collection: 'items',
    ...(spec.ttlAttribute && { ttlField: spec.ttlAttribute }),
    pointInTimeRecovery: spec.pointInTimeRecovery,
    retain: spec.retain,
    needs: [services.firestore],
  };
}
