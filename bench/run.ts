import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// How long whole processes take to render one system, against a program written by hand for the same engine:
// npm run build && npx tsx bench/run.ts [RUNS]
const root = join(__dirname, '..');
const architecture = join(root, 'examples/provisioned/architecture.node.yaml');
const code = join(root, 'examples/provisioned/node');
const runs = Number(process.argv[2] ?? 5);

/** Seconds that a process takes. */
function seconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

for (const target of ['aws-cdk', 'gcp-cdktf', 'aws-pulumi']) {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const triptych = join(root, 'dist/bin/triptych.js');
  const [ours, byHand]: number[][] = [[], []];
  // Turn about, so that whatever else the machine does meets both.
  for (let run = 0; run < runs; run++) {
    byHand!.push(seconds([join(root, `bench/by-hand/${target}.js`), code, join(folder, `by-hand-${run}`)]));
    ours!.push(seconds([triptych, 'synth', architecture, '--target', target, '--out', join(folder, `ours-${run}`)]));
  }
  rmSync(folder, { recursive: true, force: true });
  const [a, b] = [median(ours!), median(byHand!)];
  console.log(`${target}: ${a.toFixed(2)} s, by hand ${b.toFixed(2)} s, ratio ${(a / b).toFixed(2)}`);
}
