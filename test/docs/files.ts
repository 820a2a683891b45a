import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

/** Folders that are built, fetched or written by engines, and not part of the project. */
const foreign = /^(?:node_modules|dist|build|coverage|obj|cdk\.out|cdktf\.out|triptych\.out|\.git|\.cache)$/;

/** Every file in a folder of the project, relative to the project, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !foreign.test(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

/** The pages of the project. */
export const pageFiles = (): string[] => filesIn('').filter((file) => file.endsWith('.md'));
