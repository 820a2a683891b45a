import type { ResolvedTable } from '../model/table';
import { retainRule } from './retain';
import { on, stays, type Rule } from './rule';

const noSchema = 'Firestore documents have IDs, and no key schema';

const keepsTimeToLive = retainRule(
  'tables',
  'time-to-live policy',
  'deleting `google_firestore_field` switches the policy off, and it has no `deletion_policy`',
);

export const tableRules: readonly Rule<ResolvedTable>[] = [
  {
    path: 'tables.partitionKey',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'the document ID in the collection `items` of a dedicated Firestore database',
      value: () => ({ partitionKey: undefined }),
    },
    reason: noSchema,
    applies: () => true,
  },
  {
    path: 'tables.sortKey',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'the part of the document ID after `#`', value: () => ({ sortKey: undefined }) },
    reason: noSchema,
    applies: ({ element }) => element.sortKey !== undefined,
  },
  {
    path: 'tables.ttlAttribute',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'a time-to-live policy on that field; its value must be a timestamp, not a number',
      value: stays,
    },
    reason: 'Firestore reads the expiration time from a timestamp',
    applies: ({ element }) => element.ttlAttribute !== undefined,
  },
  // The database itself stays by its `deletion_policy`.
  {
    ...keepsTimeToLive,
    value: 'true, with ttlAttribute',
    applies: (occurrence) => keepsTimeToLive.applies(occurrence) && occurrence.element.ttlAttribute !== undefined,
  },
];
