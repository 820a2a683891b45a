import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Absent, type Need } from './tool';

const call = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Mounts a file system that lies in memory, runs something with its folder, and removes it. */
export async function onSmallDisk<T>(options: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-disk-'));
  mkdirSync(folder, { recursive: true });
  if (!call('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder)) throw new Absent('nothing can be mounted here');
  try {
    return await use(folder);
  } finally {
    call('umount', '--lazy', folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Disks that fill up: only some machines let their users mount one. */
export const smallDisk: Need = {
  name: 'small disk',
  prepare: () => onSmallDisk('size=64k', async () => ''),
};
