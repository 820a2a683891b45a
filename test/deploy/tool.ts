import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { lacking, type Tool } from '../../scripts/tool';

/** Something that isn't part of the project, and that a rig stands on. */
export interface Need {
  /** What a person calls it. */
  readonly name: string;
  /**
   * Brings it here, or finds it, and returns where it is.
   *
   * @throws Absent where this machine can't have it; any other error is a fault of the rig
   */
  prepare(): Promise<string> | string;
}

/** Why this machine can't have something: the rigs that stand on it are skipped. */
export class Absent extends Error {}

/** Where things that took long to build or to fetch lie between runs, outside of the project. */
const cache = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'triptych');

/**
 * Makes a folder once and keeps it between runs: `make` fills an empty one beside it, which takes its place when it is
 * whole.
 *
 * @param name what is in it, with its version: another version is another folder
 */
export async function cached(name: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const folder = join(cache(), name);
  if (isFolder(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    await make(unfinished);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** @throws Absent if a tool of another language isn't here, or is too old */
export function require(tool: Tool): void {
  const why = lacking(tool);
  if (why !== undefined) throw new Absent(why);
}

/**
 * Runs a command that fetches something from a registry.
 *
 * @throws Absent with its last words if it fails, other than where its log is
 */
export async function fetch(
  [file, ...args]: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  }
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Absent(`${file} ${args.join(' ')}: ${lastOf(said.trim().split('\n'))}`);
}

const lastOf = (lines: readonly string[]): string => lines.findLast((line) => !/\blogs?\b/i.test(line)) ?? '';

/** Whether a program is on the path. */
export const isHere = (program: string, versionFlag: string): boolean =>
  spawnSync(program, [versionFlag], { stdio: 'ignore' }).status === 0;
