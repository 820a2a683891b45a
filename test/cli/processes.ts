import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The words of a shell that run the command line in a process of its own. */
export const triptych = `${process.execPath} --import ${join(root, 'node_modules/tsx/dist/loader.mjs')} ${join(root, 'bin/triptych.ts')}`;

/** Runs a line of a shell, with `triptych` for the command line. */
export function shell(line: string, env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
  const script = line.replaceAll(/\btriptych\b(?= [a-z-])/g, triptych);
  return spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
}

/** Starts the command line in a process of its own. */
export const start = (args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(triptych.split(' ')[0]!, [...triptych.split(' ').slice(1), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });

/** Waits until a child has ended, and returns what ended it. */
export const ended = (child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
