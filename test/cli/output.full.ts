import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from './processes';

// Standard streams that are closed, full or not read to the end.

const out = join(mkdtempSync(join(tmpdir(), 'triptych-test-')), 'out');
afterAll(() => rmSync(join(out, '..'), { recursive: true }));

const architecture = 'examples/provisioned/architecture.node.yaml --target gcp-cdktf';
const full = "standard output: can't be written: no space is left on the disk\n";

const commands: readonly (readonly [string, number])[] = [
  [`triptych verify ${architecture}`, 0],
  [`triptych verify ${architecture} --json`, 0],
  [`triptych validate ${architecture}`, 0],
  [`triptych validate examples/none.yaml --json`, 1],
  [`triptych explain ${architecture}`, 0],
  [`triptych synth ${architecture} --out ${out}`, 0],
  [`triptych facts ${out} --json`, 0],
  [`triptych facts ${out}`, 0],
  ['triptych support', 0],
  ['triptych support --json', 0],
  ['triptych --help', 0],
];

describe.each(commands)('%s', (command, code) => {
  test('ends quietly, with its own exit code, if its reader ends early', () => {
    const { stdout, stderr, status } = shell(`${command} 2>/dev/null | head -c 10; exit \${PIPESTATUS[0]}`);
    expect(stdout.length).toBeLessThanOrEqual(10);
    expect({ stderr, status }).toEqual({ stderr: '', status: code });
  });

  test('reports a full output in one line', () => {
    const { stderr, status } = shell(`${command} > /dev/full`);
    expect(stderr.endsWith(full)).toBe(true);
    expect(stderr.split(full)).toHaveLength(2);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  test('ends with its own exit code if its streams are closed', () => {
    expect(shell(`${command} >&- 2>&-`).status).toBe(code);
  });
});

test('support --json: is complete for a slow reader', () => {
  const { stdout } = shell('triptych support --json | (sleep 1; cat)');
  expect(JSON.parse(stdout)).not.toHaveLength(0);
});

test('fails with its own exit code if nobody can read the error', () => {
  expect(shell('triptych validate examples/none.yaml 2> /dev/full').status).toBe(1);
  expect(shell('triptych support > /dev/full 2> /dev/full').status).toBe(1);
  expect(shell('triptych support --wrong 2>&-').status).toBe(2);
});

test('fails if only a part of the answer fits', () => {
  // A limit of 16 kB for files; the signal for it would end the process.
  const file = join(out, '..', 'answer.json');
  const { stderr, status } = shell(`trap '' XFSZ; ulimit -f 16; triptych support --json > ${file}`);
  expect(status).toBe(1);
  expect(stderr).toContain("standard output: can't be written: the file is too large");
});

test('synth: writes its folder although nobody reads the answer', () => {
  rmSync(out, { recursive: true, force: true });
  expect(shell(`triptych synth ${architecture} --out ${out} | true; exit \${PIPESTATUS[0]}`).status).toBe(0);
  expect(existsSync(join(out, 'triptych.json'))).toBe(true);
  expect(readdirSync(join(out, '..')).filter((name) => name.startsWith('.'))).toEqual([]);
});
