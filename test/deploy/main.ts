// Deploys every example with every engine: `npm run test:deploy`. With `-- pulumi`, runs only the files whose paths match;
// with `-- --once`, deploys each example with one engine only.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../projects/run';
import { onceVariable } from './cases';
import { needs } from './needs';
import { variable, type Prepared } from './prepared';
import { endGroup, endRunning, runningFolder } from './running';
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

const onceFlag = '--once';

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

/** Runs Jest with what was prepared, and tells the outcome; undefined if it didn't come to one. */
async function test(prepared: Prepared, folder: string): Promise<Outcome | undefined> {
  const file = join(folder, 'outcome.json');
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--config', join(__dirname, 'jest.config.json')];
  const given = process.argv.slice(2);
  const args = [...jest, '--json', '--outputFile', file, ...given.filter((arg) => arg !== onceFlag)];
  // What the tests write goes into one folder, so that nothing stays behind, however they end.
  const running = join(folder, 'running');
  const env = { ...process.env, [variable]: JSON.stringify(prepared), [runningFolder]: running, TMPDIR: folder };
  if (given.includes(onceFlag)) Object.assign(env, { [onceVariable]: 'true' });
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Who presses Ctrl-C sends it twice: to this process, and to its parent, which hands it on.
    process.on(signal, () => endGroup(child.pid!, 'SIGKILL'));
  }
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  endRunning(running);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : undefined;
}

async function main(): Promise<void> {
  const prepared = await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'triptych-deploy-'));
  process.exitCode = 1;
  try {
    const outcome = await test(prepared, folder);
    if (outcome === undefined) return console.error('the tests were ended before they had an outcome');
    const { numPassedTests: passed, numPendingTests: skipped } = outcome;
    const failed = outcome.numFailedTests + outcome.numRuntimeErrorTestSuites;
    for (const one of skippedIn(outcome)) console.log(one);
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    if (failed === 0) process.exitCode = 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
