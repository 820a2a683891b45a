import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from '../rendering';
import type { Json } from './artefact';
import type { Edit } from './edit';

/** An architecture with elements that something else owns. */
export const existing = {
  guest: { text: readFileSync(join(__dirname, '../vendor/existing.yaml'), 'utf8') },
} as const satisfies Record<string, Written>;

/** The list of existing elements in the stamp of an artefact. */
export function stamped({ places: { artefact, target } }: Edit): Json {
  if (target === 'aws-cdk') return artefact.Metadata.Triptych[0].existing;
  if (target === 'gcp-cdktf') return artefact['//'].triptych[0].existing;
  return artefact.resources.find(({ outputs }: Json) => outputs?.existing).outputs.existing;
}
