import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { environment, type Ran } from '../projects/run';
import { endGroup, noteRunning } from './running';

/** Where a command runs, and what it is told. */
export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that is running. */
export interface Running {
  /** How it ended, and what it said. */
  readonly ended: Promise<Ran>;
  /** Resolves to the match when a line that it printed, on either stream, matches; fails if it ends before one does. */
  said(line: RegExp): Promise<RegExpExecArray>;
  /** What it has printed so far, on either stream. */
  soFar(): string;
  /** Ends it and all that it started, at once: nothing is asked first. */
  kill(): void;
}

const running = new Set<number>();
process.on('exit', () => running.forEach((pid) => endGroup(pid, 'SIGKILL')));

/** Starts a command in a process group of its own, which ends with this process at the latest. */
export function start([file, ...args]: readonly [string, ...string[]], { cwd, env = {} }: Place): Running {
  const child = spawn(file, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const { pid } = child;
  const strikeOut = pid === undefined ? undefined : noteRunning(pid);
  if (pid !== undefined) running.add(pid);
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const heard = () => waiting.forEach((look) => look());
  child.stdout.setEncoding('utf8').on('data', (text: string) => ((out += text), heard()));
  child.stderr.setEncoding('utf8').on('data', (text: string) => ((err += text), heard()));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      running.delete(pid!);
      strikeOut?.();
      resolve({ code, out, err });
    });
  });
  return {
    ended,
    said: (line) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = line.exec(out) ?? line.exec(err);
          if (match === null) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`it ended before it said ${line}:\n${out}${err}`)), reject);
      }),
    soFar: () => out + err,
    kill: () => endGroup(pid!, 'SIGKILL'),
  };
}

/** Runs a command to its end. */
export const run = (command: readonly [string, ...string[]], place: Place): Promise<Ran> => start(command, place).ended;

/** Runs a command that must end well, and returns what it said; else throws with its own words. */
export async function succeed(command: readonly [string, ...string[]], place: Place): Promise<Ran> {
  const ran = await run(command, place);
  if (ran.code !== 0) throw new Error(`${command.join(' ')}: exit code ${ran.code}\n${ran.out}${ran.err}`);
  return ran;
}

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
