import { load } from '../../lib/model/load';
import { ArchitectureError, type Problem } from '../../lib/model/problem';
import type { ParameterSource } from '../../lib/model/parameters';
import { resolve, type Resolved, type ResolveOptions } from '../../lib/model/resolve';

/** A function with nothing but what it needs. */
export const plainFunction = {
  runtime: 'nodejs22',
  code: './a',
  handler: { aws: 'index.handler', gcp: 'handler' },
} as const;

/** A table with nothing but what it needs. */
export const plainTable = { partitionKey: { name: 'id', type: 'string' } } as const;

/** Resolves an architecture that is given as an object. */
export const resolveObject = (
  architecture: object,
  sources: readonly ParameterSource[] = [],
  options: ResolveOptions = {},
): Resolved => resolve(load({ name: 'shop', ...architecture }), sources, options);

/** The problems that something is refused with. */
export function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ArchitectureError) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Problems as `path: message`. */
export const messagesOf = (run: () => unknown): string[] =>
  problemsOf(run).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
