import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const examplesFolder = join(__dirname, '../examples');

const isArchitecture = /(?:^|\/)architecture[^/]*\.yaml$/;
const isInstalled = /(?:^|\/)(?:node_modules|build)\//;

/** Files of all examples' architectures, relative to the folder; an environment's overlay has no `name`, and isn't one. */
export const exampleFiles: readonly string[] = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => isArchitecture.test(path) && !isInstalled.test(path))
  .filter((path) => 'name' in (parse(readFileSync(join(examplesFolder, path), 'utf8')) as object))
  .sort();
