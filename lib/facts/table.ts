import type { ResolvedTable } from '../model/table';
import type { Expectation } from './expectation';
import { expectName } from './name';

/** What an artefact says about a table: on GCP no keys, which Firestore doesn't know. */
export interface TableFact {
  readonly partitionKey?: { readonly name: string; readonly type: string };
  readonly sortKey?: { readonly name: string; readonly type: string };
  readonly ttlAttribute?: string;
  readonly retain: boolean;
  /** Where a name is ours to give. */
  readonly physicalName?: string;
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a table says on AWS. */
export function expectAwsTable(_: string, spec: ResolvedTable, { architecture }: Expectation): TableFact {
  return {
    partitionKey: spec.partitionKey,
    ...(spec.sortKey && { sortKey: spec.sortKey }),
    ...common(spec),
    tags: architecture.tags,
  };
}

/** What a right rendering of a table says on GCP. */
export function expectGcpTable(name: string, spec: ResolvedTable, { naming }: Expectation): TableFact {
  return { ...common(spec), physicalName: expectName(naming, 'tables', name, 63), needs: ['firestore.googleapis.com'] };
}

const common = ({ ttlAttribute, retain }: ResolvedTable) => ({ ...(ttlAttribute && { ttlAttribute }), retain });
