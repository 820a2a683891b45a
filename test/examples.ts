import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from './rendering';

const read = (file: string): string => readFileSync(join(__dirname, '../examples', file), 'utf8');

/** The reference systems as they are written, by name; what keeps workers warm is set. */
export const examples = {
  web: { text: read('web/architecture.yaml') },
  polyglot: { text: read('polyglot/architecture.yaml') },
  provisioned: { text: read('provisioned/architecture.yaml'), parameters: { provisionedConcurrency: 5 } },
  'provisioned-node': { text: read('provisioned/architecture.node.yaml') },
} as const satisfies Record<string, Written>;

/** Those, and one that is too large for all that its artefacts hold to be changed in every test. */
export const allExamples = {
  ...examples,
  orders: { text: read('orders/architecture.yaml') },
} as const satisfies Record<string, Written>;

export type Example = keyof typeof allExamples;
