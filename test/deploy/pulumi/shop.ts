import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Cloud } from '../../../lib/model/target';

/** A function that keeps what it is told in a table, and a parameter; small, so that everything about it can be counted. */
const shop = {
  name: 'shop',
  parameters: { memory: { type: 'number', default: 256 } },
  functions: {
    orders: {
      runtime: 'nodejs22',
      code: 'code',
      handler: { aws: 'index.handler', gcp: 'orders' },
      memoryMiB: '${parameters.memory}',
      environment: { ORDERS: '${tables.orders.name}', MEMORY: '${parameters.memory} MiB' },
      uses: { 'tables.orders': 'readwrite' },
    },
  },
  tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
};

/** An architecture as it is written. */
type Shop = Readonly<Record<string, unknown>>;

/**
 * Writes the shop's file into a folder, with its code beside it, and returns the file's path.
 *
 * @param change what is different about it
 */
export function writeShop(folder: string, change: (one: typeof shop) => Shop = (one) => one): string {
  const file = join(folder, 'shop/architecture.yaml');
  mkdirSync(join(dirname(file), 'code'), { recursive: true });
  writeFileSync(join(dirname(file), 'code/index.js'), 'exports.handler = exports.orders = async () => undefined;\n');
  writeFileSync(join(dirname(file), 'code/package.json'), '{}\n');
  writeFileSync(file, stringify(change(shop)));
  return file;
}

/** The URN of the component of the shop's function, or of its table. */
export const componentOf = (cloud: Cloud, type: 'Function' | 'Table'): string =>
  `urn:pulumi:dev::triptych::triptych:${cloud}:ServerlessArchitecture$triptych:${cloud}:${type}::shop-orders`;

/** The shop without its table. */
export const withoutTable = ({ tables: _, ...one }: typeof shop): Shop => ({
  ...one,
  functions: { orders: { ...one.functions.orders, environment: {}, uses: {} } },
});

/** The shop with a table that goes when it is taken out. */
export const withoutRetention = ({ tables, ...one }: typeof shop): Shop => ({
  ...one,
  tables: { orders: { ...tables.orders, retain: false } },
});

/** The shop with a parameter that somebody has to give. */
export const withoutDefault = (one: typeof shop): Shop => ({ ...one, parameters: { memory: { type: 'number' } } });

/** The shop with code that isn't there. */
export const withoutCode = ({ functions, ...one }: typeof shop): Shop => ({
  ...one,
  functions: { orders: { ...functions.orders, code: 'build' } },
});
