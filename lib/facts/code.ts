import { createHash } from 'node:crypto';
import { archiveCode } from '../archive/code';
import { zip } from '../archive/zip';
import type { Resolved } from '../model/resolve';
import type { Cloud } from '../model/target';

/**
 * SHA-256 of each function's archive on a cloud. `left` are the functions whose archives have to be empty; of code that
 * isn't there any more, the hash is unknown, and equal to none.
 */
export function expectCode(
  { architecture, source }: Resolved,
  cloud: Cloud,
  left: readonly string[],
): Record<string, string> {
  const empty = createHash('sha256').update(zip([])).digest('hex');
  return Object.fromEntries(
    Object.entries(architecture.functions).map(([name, { runtime, code, handler, architecture: instructions }]) => {
      if (left.includes(name)) return [name, empty];
      const archived = archiveCode({
        directory: source.directory,
        code: code[cloud] ?? '',
        handler: handler[cloud] ?? '',
        runtime,
        architecture: instructions,
        cloud,
      });
      return [name, archived.kind === 'archive' ? archived.sha256 : `unknown: ${archived.message}`];
    }),
  );
}
