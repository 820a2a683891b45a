import type { TableFact } from '../../facts/table';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';

export function readTable(name: string, artefact: Artefact): Partial<TableFact> | undefined {
  const id: ElementId = `tables.${name}`;
  const database = artefact.part(id, 'google_firestore_database');
  if (!database) return undefined;
  const field = artefact.part(id, 'google_firestore_field');
  database.fixed(['location_id'], region);
  database.fixed(['type'], 'FIRESTORE_NATIVE');
  return {
    ttlAttribute: field && readTimeToLive(field, database),
    retain: readRetention(database),
    physicalName: database.string(['name']),
    needs: readNeeds(database, ['depends_on'], servicesIn(artefact)),
  };
}

function readTimeToLive(field: Resource, database: Resource): string | undefined {
  field.fixed(['database'], to(database, 'name'));
  field.fixed(['collection'], 'items');
  field.fixed(['ttl_config'], {});
  return field.string(['field']);
}

/** What stays is also protected: three settings that have to agree. */
function readRetention(database: Resource): boolean | undefined {
  const said = [
    database.one(['lifecycle'], [{ prevent_destroy: true }, true], [{ prevent_destroy: false }, false]),
    database.one(['deletion_policy'], ['ABANDON', true], ['DELETE', false]),
    database.one(
      ['delete_protection_state'],
      ['DELETE_PROTECTION_ENABLED', true],
      ['DELETE_PROTECTION_DISABLED', false],
    ),
  ];
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}
