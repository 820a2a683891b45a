import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Beside } from '../lib/synth/beside';

const root = join(__dirname, '..');

/** What a script prints in a process of its own, which has ended when this returns. */
function printed(script: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], { cwd: root, encoding: 'utf8' });
}

/** A name as `ownName` makes it, of a process that has ended. */
export const nameOfEnded = (): string => printed("process.stdout.write(require('./lib/disk/owner').ownName())");

/** The paths beside a place, of a process that has ended. */
export const besideOfEnded = (place: string): Readonly<Record<Beside, string>> =>
  JSON.parse(
    printed(`console.log(JSON.stringify(require('./lib/synth/beside').pathsBeside(${JSON.stringify(place)})))`),
  ) as Readonly<Record<Beside, string>>;
