import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** The head of a zip's first entry, from its signature to the entry's name. */
const head = 30;
const first = 'tfplan';

/**
 * Tests that a file is a plan that `terraform plan -out` saved, under whatever name: an archive whose first entry is
 * `tfplan`. Reads no more than its first bytes.
 */
export function isSavedPlan(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const bytes = Buffer.alloc(head + first.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes);
  } finally {
    closeSync(file);
  }
  const isArchive = bytes.readUInt32LE(0) === 0x04034b50;
  return isArchive && bytes.readUInt16LE(26) === first.length && bytes.toString('latin1', head) === first;
}
