import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as typescript from 'typescript';
import { temporaryFolder } from '../../disk/temporary';

/** The compiled `preload`, and what to call when no program needs it any more. */
export function preloadFile(): { readonly path: string; remove(): void } {
  const built = join(__dirname, 'preload.js');
  if (existsSync(built)) return { path: built, remove: () => undefined };
  // Run from source. A loader for TypeScript in the program's process would change how the program itself is compiled.
  const { transpileModule, ModuleKind, ScriptTarget } = createRequire(__filename)('typescript') as typeof typescript;
  const { path: folder, remove } = temporaryFolder();
  for (const name of ['computed', 'preload', 'stack-output']) {
    const source = readFileSync(join(__dirname, `${name}.ts`), 'utf8');
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
    writeFileSync(join(folder, `${name}.js`), transpileModule(source, { compilerOptions }).outputText);
  }
  return { path: join(folder, 'preload.js'), remove };
}
