import type { AwsTableFact } from '../../facts/table';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import { tagsOf } from '../tags';

export function readTable(name: string, artefact: Artefact): Partial<AwsTableFact> | undefined {
  const table = artefact.part(`tables.${name}`, 'AWS::DynamoDB::Table');
  if (!table) return undefined;
  table.fixed(['Properties', 'BillingMode'], 'PAY_PER_REQUEST');
  return {
    ...readKeys(table),
    ttlAttribute: readTimeToLive(table),
    pointInTimeRecovery: table.one(
      ['Properties', 'PointInTimeRecoverySpecification'],
      [{ PointInTimeRecoveryEnabled: true }, true],
      [{ PointInTimeRecoveryEnabled: false }, false],
    ),
    retain: readRetention(table),
    tags: tagsOf([table], ['Properties', 'Tags']),
  };
}

const types: Readonly<Record<string, string>> = { S: 'string', N: 'number' };

/** Reads the keys; each has to be an attribute, and each attribute a key. */
function readKeys(table: Resource): Pick<Partial<AwsTableFact>, 'partitionKey' | 'sortKey'> {
  const definitions = table.at(['Properties', 'AttributeDefinitions']) as {
    AttributeName: string;
    AttributeType: string;
  }[];
  const [partitionKey, sortKey] = (Array.isArray(definitions) ? definitions : []).map((definition) => ({
    name: definition?.AttributeName,
    type: typeof definition?.AttributeType === 'string' ? (types[definition.AttributeType] ?? '') : '',
  }));
  if (!partitionKey || definitions.length > 2) return {};
  const right = [
    { AttributeName: partitionKey.name, KeyType: 'HASH' },
    ...(sortKey ? [{ AttributeName: sortKey.name, KeyType: 'RANGE' }] : []),
  ];
  const plain = [partitionKey, ...(sortKey ? [sortKey] : [])].map(({ name, type }) => ({
    AttributeName: name,
    AttributeType: type === 'string' ? 'S' : 'N',
  }));
  if (!equal(definitions, plain) || !table.fixed(['Properties', 'KeySchema'], right)) return {};
  table.fixed(['Properties', 'AttributeDefinitions'], plain);
  return { partitionKey, ...(sortKey && { sortKey }) };
}

function readTimeToLive(table: Resource): string | undefined {
  return table.as(['Properties', 'TimeToLiveSpecification'], (value) => {
    const { AttributeName: attribute } = (value ?? {}) as { AttributeName?: string };
    return equal(value, { AttributeName: attribute, Enabled: true }) ? attribute : undefined;
  });
}

/** Reads the deletion policies, which have to agree: a table that stays is also protected. */
function readRetention(table: Resource): boolean | undefined {
  const said = [
    table.one(['DeletionPolicy'], ['Retain', true], ['Delete', false]),
    table.one(['UpdateReplacePolicy'], ['Retain', true], ['Delete', false]),
    table.one(['Properties', 'DeletionProtectionEnabled'], [true, true], [false, false]),
  ];
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}
