import type { AwsTableFact } from '../../facts/table';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import { tagsOf } from '../tags';

export function readTable(name: string, artefact: Artefact): Partial<AwsTableFact> | undefined {
  const table = artefact.part(`tables.${name}`, 'aws:dynamodb/table:Table');
  if (!table) return undefined;
  table.fixed(['inputs', 'billingMode'], 'PAY_PER_REQUEST');
  return {
    ...readKeys(table),
    ttlAttribute: table.at(['inputs', 'ttl']) === undefined ? undefined : readTimeToLive(table),
    pointInTimeRecovery: table.one(['inputs', 'pointInTimeRecovery', 'enabled'], [true, true], [false, false]),
    retain: readRetention(table),
    tags: tagsOf([table], ['inputs', 'tags']),
  };
}

/** Reads the keys; each has to be an attribute, and each attribute a key. */
function readKeys(table: Resource): Pick<Partial<AwsTableFact>, 'partitionKey' | 'sortKey'> {
  const attributes = table.at(['inputs', 'attributes']);
  const [hash, range, ...others] = (Array.isArray(attributes) ? attributes : []) as { name: string; type: string }[];
  const [partitionKey, sortKey] = [hash, range].map((attribute) => attribute && readKey(attribute));
  const isSorted = range === undefined || sortKey !== undefined;
  if (!partitionKey || !isSorted || others.length > 0) return {};
  if (!table.fixed(['inputs', 'hashKey'], partitionKey.name)) return {};
  if (!equal(table.at(['inputs', 'rangeKey']), sortKey?.name)) return {};
  if (sortKey) table.fixed(['inputs', 'rangeKey'], sortKey.name);
  table.fixed(['inputs', 'attributes'], attributes);
  return { partitionKey, ...(sortKey && { sortKey }) };
}

function readKey(attribute: { name: string; type: string }): AwsTableFact['partitionKey'] | undefined {
  const { name, type } = attribute;
  const meaning = type === 'S' ? 'string' : type === 'N' ? 'number' : undefined;
  return meaning !== undefined && equal(attribute, { name, type }) ? { name, type: meaning } : undefined;
}

function readTimeToLive(table: Resource): string | undefined {
  const attribute = table.string(['inputs', 'ttl', 'attributeName']);
  return table.fixed(['inputs', 'ttl', 'enabled'], true) ? attribute : undefined;
}

/** Reads settings that have to agree: a table that stays is also protected. */
function readRetention(table: Resource): boolean | undefined {
  const kept = table.one(['options', 'retainOnDelete'], [true, true], [false, false]);
  const guarded = table.one(['inputs', 'deletionProtectionEnabled'], [true, true], [false, false]);
  return kept === guarded ? kept : undefined;
}
