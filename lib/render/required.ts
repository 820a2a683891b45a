import { ArchitectureError, type Problem } from '../model/problem';
import { clouds, type Cloud } from '../model/target';

/**
 * Requires texts of a class's properties: a program in JavaScript can leave them out, and one in TypeScript can pass what
 * the environment left empty.
 * @throws ArchitectureError that names each property without a text
 */
export function requireTexts(
  properties: Readonly<Record<string, unknown>>,
  hints: Readonly<Record<string, string>>,
): void {
  const problems = Object.entries(properties)
    .filter(([, value]) => typeof value !== 'string' || value.trim() === '')
    .map(([path, value]) => problem(path, `must be text, got ${shown(value)}`, hints[path]));
  if (problems.length > 0) throw new ArchitectureError(problems);
}

/** Advice for a project and a region. */
export const placeHints: Readonly<Record<string, string>> = {
  project: 'the id of a Google Cloud project',
  region: 'a region of Google Cloud, such as europe-west1',
};

/**
 * Requires a cloud.
 * @throws ArchitectureError for anything else
 */
export function requireCloud(value: unknown): asserts value is Cloud {
  if ((clouds as readonly unknown[]).includes(value)) return;
  throw new ArchitectureError([
    problem('cloud', `must be ${clouds.join(' or ')}, got ${shown(value)}`, `pass cloud: '${clouds[0]}' in the args`),
  ]);
}

const problem = (path: string, message: string, hint?: string): Problem => ({
  severity: 'error',
  path,
  message,
  ...(hint !== undefined && { hint }),
});

const shown = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value));
