import type { ResolvedTable } from '../model/table';
import type { TargetExpectation } from './expectation';
import { expectName } from './name';
import type { Stated } from './stated';

/** An attribute by which items are found. */
interface KeyFact {
  readonly name: string;
  readonly type: string;
}

/** Facts about a table on AWS, where DynamoDB encrypts tables at rest, and the engines make the name. */
export interface AwsTableFact extends Omit<ResolvedTable, 'partitionKey' | 'sortKey'> {
  readonly partitionKey: KeyFact;
  /** Absent: items of one partition aren't sorted. */
  readonly sortKey?: KeyFact;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Facts about a table on Google Cloud, where Firestore encrypts databases at rest, and has no key schema and no labels.
 */
export interface GcpTableFact extends Omit<ResolvedTable, 'partitionKey' | 'sortKey'> {
  readonly physicalName: string;
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

/** The facts about a table on AWS that differ from its fields. */
export const expectAwsTable = (
  _name: string,
  _fields: ResolvedTable,
  { tags }: TargetExpectation,
): Stated<ResolvedTable, AwsTableFact> => ({ tags });

/** The facts about a table on Google Cloud that differ from its fields. */
export const expectGcpTable = (
  name: string,
  _fields: ResolvedTable,
  { naming }: TargetExpectation,
): Stated<ResolvedTable, GcpTableFact> => ({
  physicalName: expectName(naming, 'tables', name, 63),
  needs: ['firestore.googleapis.com'],
});
