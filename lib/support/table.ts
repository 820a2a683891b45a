import type { ResolvedTable } from '../model/table';
import { on, type Rule } from './rule';

export const tableRules: readonly Rule<ResolvedTable>[] = [
  {
    path: 'tables.partitionKey',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'the id of a document in the collection `items` of a Firestore database of its own',
    reason: 'Firestore has documents with ids, and no key schema',
    applies: () => true,
  },
  {
    path: 'tables.sortKey',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'the part of the document id after `#`',
    reason: 'Firestore has documents with ids, and no key schema',
    applies: ({ element }) => element.sortKey !== undefined,
  },
  {
    path: 'tables.ttlAttribute',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a time-to-live policy on that field, which must hold a timestamp, not a number',
    reason: 'Firestore reads the time of deletion from a timestamp',
    applies: ({ element }) => element.ttlAttribute !== undefined,
  },
  {
    path: 'tables.retain',
    value: 'true',
    on: ['gcp-cdktf'],
    is: 'approximated',
    becomes: 'a refusal of the whole destroy, until the table is taken out of the state',
    reason: 'Terraform knows prevent_destroy, and nothing that leaves a resource behind',
    applies: ({ element }) => element.retain,
  },
];

/** Promises about tables that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = {
  aws: { encrypted: 'DynamoDB encrypts every table at rest' },
  gcp: { encrypted: 'Firestore encrypts every database at rest' },
} as const;
