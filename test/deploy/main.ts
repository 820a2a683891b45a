// Deploys every example with every engine: `npm run test:deploy`, or `npm run test:deploy -- pulumi` for some of the rigs.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../projects/run';
import { needs } from './needs';
import { variable, type Prepared } from './prepared';
import { Absent } from './tool';

async function prepare(): Promise<Prepared> {
  const prepared: Record<string, Prepared[string]> = {};
  for (const need of needs) {
    const start = Date.now();
    try {
      prepared[need.name] = { path: await need.prepare() };
      console.log(`ready: ${need.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      prepared[need.name] = { absent: error.message };
      console.log(`not here: ${need.name}: ${error.message}`);
    }
  }
  return prepared;
}

interface Outcome {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string }[] }[];
}

/** What was skipped, with its reason, which stands in the names of the tests. */
const skippedIn = ({ testResults }: Outcome): ReadonlySet<string> =>
  new Set(
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .flatMap(({ fullName }) => /SKIPPED: .*?(?= \(not tried\)|$)/.exec(fullName) ?? []),
  );

async function main(): Promise<void> {
  const prepared = await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'triptych-deploy-'));
  try {
    const file = join(folder, 'outcome.json');
    const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--config', join(__dirname, 'jest.config.json')];
    const args = [...jest, '--json', '--outputFile', file, ...process.argv.slice(2)];
    // What the tests write goes into one folder, so that nothing stays behind, however they end.
    const env = { ...process.env, [variable]: JSON.stringify(prepared), TMPDIR: folder };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const outcome = JSON.parse(readFileSync(file, 'utf8')) as Outcome;
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = outcome;
    for (const skipped of skippedIn(outcome)) console.log(skipped);
    console.log(`${passed} passed, ${failed + outcome.numRuntimeErrorTestSuites} failed, ${skipped} skipped`);
    process.exitCode = code ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
