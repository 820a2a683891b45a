import type { GcpTableFact } from '../../facts/table';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { readNeeds } from './needs';

export function readTable(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpTableFact> | undefined {
  const id: ElementId = `tables.${name}`;
  const database = artefact.part(id, dialect.types.database);
  if (!database) return undefined;
  const field = artefact.part(id, dialect.types.field);
  database.fixed(pathIn(dialect, 'location_id'), dialect.region);
  database.fixed(pathIn(dialect, 'type'), 'FIRESTORE_NATIVE');
  const retain = readRetention(database, dialect);
  return {
    ttlAttribute: field && readTimeToLive(field, database, retain, dialect),
    pointInTimeRecovery: database.one(
      pathIn(dialect, 'point_in_time_recovery_enablement'),
      ['POINT_IN_TIME_RECOVERY_ENABLED', true],
      ['POINT_IN_TIME_RECOVERY_DISABLED', false],
    ),
    retain,
    physicalName: database.string(pathIn(dialect, 'name')),
    needs: readNeeds(database, dialect, artefact),
  };
}

function readTimeToLive(
  field: Resource,
  database: Resource,
  isKept: boolean | undefined,
  dialect: Dialect,
): string | undefined {
  field.fixed(pathIn(dialect, 'database'), to(database, 'name'));
  field.fixed(pathIn(dialect, 'collection'), 'items');
  field.fixed(pathIn(dialect, 'ttl_config'), {});
  // A table that stays keeps its time to live.
  dialect.options.staysWith(field, isKept);
  return field.string(pathIn(dialect, 'field'));
}

/** Reads settings that have to agree: a table that stays is also protected. */
function readRetention(database: Resource, dialect: Dialect): boolean | undefined {
  const isKept = database.one(pathIn(dialect, 'deletion_policy'), ['ABANDON', true], ['DELETE', false]);
  const isProtected = database.one(
    pathIn(dialect, 'delete_protection_state'),
    ['DELETE_PROTECTION_ENABLED', true],
    ['DELETE_PROTECTION_DISABLED', false],
  );
  return dialect.options.agreesWithPolicy(database, isKept) && isKept === isProtected ? isKept : undefined;
}
