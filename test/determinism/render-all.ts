import { join } from 'node:path';
import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { resolve } from '../../lib/model/resolve';
import { propSource } from '../../lib/settings/flags';
import { synthesize } from '../../lib/synth/synthesize';
import { mkdirSync } from 'node:fs';

// Renders architectures on all their targets: `render-all <folder for the artefacts> <name>=<file>[?<parameters>]…`.
const [folder = '.', ...systems] = process.argv.slice(2);

async function renderAll(): Promise<void> {
  for (const system of systems) {
    const [name = '', file = '', parameters = '{}'] = system.split('|');
    const resolved = resolve(load(file), [propSource(JSON.parse(parameters) as Record<string, number>)], {
      checks: check,
    });
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    await synthesize(resolved, place, { architecture: file, withoutCode: false });
  }
}

renderAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
