import type { TableFact } from '../../facts/table';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';

export function readTable(name: string, artefact: Artefact): Partial<TableFact> | undefined {
  const id: ElementId = `tables.${name}`;
  const database = artefact.part(id, 'gcp:firestore/database:Database');
  if (!database) return undefined;
  const field = artefact.part(id, 'gcp:firestore/field:Field');
  database.fixed(['inputs', 'locationId'], region);
  database.fixed(['inputs', 'type'], 'FIRESTORE_NATIVE');
  return {
    ttlAttribute: field && readTimeToLive(field, database),
    retain: readRetention(database),
    physicalName: database.string(['inputs', 'name']),
    needs: readNeeds(database, ['options', 'dependsOn'], servicesIn(artefact)),
  };
}

function readTimeToLive(field: Resource, database: Resource): string | undefined {
  field.fixed(['inputs', 'database'], to(database, 'name'));
  field.fixed(['inputs', 'collection'], 'items');
  field.fixed(['inputs', 'ttlConfig'], {});
  // A table that stays goes on as it was.
  field.fixed(['options', 'retainOnDelete'], database.at(['options', 'retainOnDelete']));
  return field.string(['inputs', 'field']);
}

/** What stays is also protected: three settings that have to agree. */
function readRetention(database: Resource): boolean | undefined {
  const said = [
    database.one(['options', 'retainOnDelete'], [true, true], [false, false]),
    database.one(['inputs', 'deletionPolicy'], ['ABANDON', true], ['DELETE', false]),
    database.one(
      ['inputs', 'deleteProtectionState'],
      ['DELETE_PROTECTION_ENABLED', true],
      ['DELETE_PROTECTION_DISABLED', false],
    ),
  ];
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}
