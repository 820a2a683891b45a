import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from '../lib/equivalence/compare';
import { ArtefactError } from '../lib/readback/error';
import { readFacts } from '../lib/readback/read';
import { documentOf } from './document';
import { fileChanges } from './file-changes';
import type { Rendered } from './sweep';
import { unseenFiles } from './unseen-files';

/** The result of all changes of the files of one artefact. */
export interface FileSweep {
  /** The number of changes. */
  readonly made: number;
  /** Changes that make no difference, that aren't said to be unjudged, and that no reason excuses. */
  readonly overlooked: readonly string[];
  /** The reasons that excused a change. */
  readonly excused: ReadonlySet<RegExp>;
}

/** Makes every single change of the files of an artefact, one at a time, and compares it each time. */
export function sweepFiles({ target, folder, expected }: Rendered): FileSweep {
  const outside = mkdtempSync(join(tmpdir(), 'triptych-'));
  const [overlooked, excused] = [[] as string[], new Set<RegExp>()];
  let made = 0;
  const seen = (): boolean => {
    try {
      const facts = readFacts(folder, target);
      return facts.unjudged.length > 0 || compare(target, expected, facts).length > 0;
    } catch (error) {
      if (error instanceof ArtefactError) return true;
      throw error;
    }
  };
  try {
    if (seen()) throw new Error(`${folder} differs without a change`);
    for (const { what, make, undo } of fileChanges(
      target,
      folder,
      documentOf(target, expected.name),
      join(outside, 'x'),
    )) {
      made += 1;
      make();
      const isSeen = seen();
      undo();
      if (isSeen) continue;
      const reason = unseenFiles.find((one) => one.on.includes(target) && one.what.test(what));
      if (reason) excused.add(reason.what);
      else overlooked.push(what);
    }
    if (seen()) throw new Error(`a change of ${folder} wasn't undone`);
  } finally {
    rmSync(outside, { recursive: true });
  }
  return { made, overlooked, excused };
}
