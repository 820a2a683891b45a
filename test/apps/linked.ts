import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, root } from '../projects/run';
import type { AppName } from './installed';

type Exports = Readonly<Record<string, string | { readonly default: string }>>;

/**
 * Copies an app to a folder, with our sources in place of the package: apps run with tsx, which compiles both. `installed`
 * tests them with the package itself.
 */
export function linkApp(name: AppName, place: string): void {
  cpSync(join(root, 'test/apps', name), place, { recursive: true });
  const modules = join(place, 'node_modules');
  mkdirSync(modules);
  for (const module of readdirSync(join(root, 'node_modules')))
    symlinkSync(join(root, 'node_modules', module), join(modules, module));
  const own = join(modules, 'triptych-iac');
  mkdirSync(own);
  for (const folder of ['lib', 'warmer']) symlinkSync(join(root, folder), join(own, folder));
  const { exports, version } = json<{ exports: Exports; version: string }>(root, 'package.json');
  const sources = Object.entries(exports).map(([entry, file]) => [
    entry,
    typeof file === 'string' ? file : file.default.replace('./dist/', './').replace(/\.js$/, '.ts'),
  ]);
  const manifest = { name: 'triptych-iac', version, exports: Object.fromEntries(sources) as object };
  writeFileSync(join(own, 'package.json'), JSON.stringify(manifest));
}
