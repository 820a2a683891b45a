import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a small architecture and its code to a temporary folder, which is the caller's. */
export function writeArchitecture(): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-verify-'));
  mkdirSync(join(folder, 'code'));
  writeFileSync(join(folder, 'code/index.js'), 'exports.handler = async () => ({});\n');
  writeFileSync(join(folder, 'code/package.json'), '{}\n');
  const file = join(folder, 'architecture.yaml');
  writeFileSync(
    file,
    `name: counter
parameters:
  memory: { type: number, default: 256 }
functions:
  a:
    runtime: nodejs22
    code: code
    handler: index.handler
    memoryMiB: \${parameters.memory}
    environment: { TABLE: '\${tables.t.name}' }
    uses: { tables.t: read }
tables:
  t: { partitionKey: { name: id, type: string } }
`,
  );
  return { folder, file };
}
