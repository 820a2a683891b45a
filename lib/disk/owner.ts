import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** State of a process: `unknown` if it belongs to another machine, container or boot. */
export type Life = 'running' | 'ended' | 'unknown';

const pattern = /^((\d{1,10})-(\d{1,20})-([0-9a-f]{8})-[0-9a-f]{8})-([0-9a-f]{8})$/;

/**
 * A new name that holds this process: `<pid>-<start>-<machine>-<random>-<checksum>`. Process ids are used again, so the
 * start time is part of it, and the checksum tells such a name from one that somebody else made up.
 */
export function ownName(): string {
  const text = `${process.pid}-${recordOf(process.pid)?.start ?? 0}-${machine()}-${randomBytes(4).toString('hex')}`;
  return `${text}-${digest(text)}`;
}

/** State of the process that a name holds; undefined for a name that `ownName` didn't make. */
export function lifeOf(name: string): Life | undefined {
  const [, text, pid, start, place, checksum] = pattern.exec(name) ?? [];
  if (text === undefined || digest(text) !== checksum) return undefined;
  if (place !== machine()) return 'unknown';
  return isRunning(Number(pid), start!) ? 'running' : 'ended';
}

function isRunning(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const record = recordOf(pid);
  // Without a record, another process with that id is taken for the one that is named: nothing is deleted then.
  if (record === undefined || start === '0') return true;
  return record.start === start && record.state !== 'Z';
}

/** Start time and state of a process on Linux (`man 5 proc_pid_stat`: fields 22 and 3); undefined elsewhere. */
function recordOf(pid: number): { readonly start: string; readonly state: string } | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The second field is the program's name in parentheses, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0]!, start: fields[19]! };
}

let known: string | undefined;

/** Identifies the range in which process ids are unique: a boot of a machine, or a container on it. */
function machine(): string {
  return (known ??= digest(
    [
      hostname(),
      textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
      textOf(() => readlinkSync('/proc/self/ns/pid')),
    ].join(' '),
  ));
}

function textOf(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
