import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedFunction } from '../../model/function';
import { elementId } from '../../model/name';
import type { Finding } from '../../model/problem';
import { othersToo } from '../others';

/** Runtimes in which an entry point is the name of a function. In others, a dot separates packages or namespaces. */
const named = /^(?:nodejs|python)/;

/** Finds entry points of Node.js and Python that Cloud Functions refuses, or that the code can hardly have. */
export function handlerProblems({ functions }: ResolvedArchitecture): Finding[] {
  const entries = Object.entries(functions).filter(
    ([, { runtime, handler }]) => named.test(runtime) && handler.gcp !== undefined,
  );
  const refused = entries.filter(([, { handler }]) => !/^[A-Za-z0-9_.-]+$/.test(handler.gcp!));
  return [
    ...refused.map(([name, { handler }]) => ({
      path: ['functions', name, 'handler'],
      message: `must be letters, digits and _ on gcp, got ${JSON.stringify(handler.gcp)}`,
      hint: 'an entry point is the name of a function that the code exports',
    })),
    ...dotted(entries.filter((entry) => !refused.includes(entry))),
  ];
}

/**
 * Warns of entry points as AWS has them. The framework for Node.js looks for an export within an export; the one for
 * Python finds nothing: https://github.com/GoogleCloudPlatform/functions-framework-nodejs/blob/main/src/loader.ts,
 * https://github.com/GoogleCloudPlatform/functions-framework-python/blob/main/src/functions_framework/_function_registry.py
 */
function dotted(entries: readonly (readonly [name: string, ResolvedFunction])[]): Finding[] {
  const [first, ...others] = entries.filter(([, { handler }]) => handler.gcp!.includes('.'));
  if (!first) return [];
  const [name, { handler }] = first;
  const gcp = handler.gcp!;
  const last = gcp.slice(gcp.lastIndexOf('.') + 1);
  return [
    {
      severity: 'warning',
      path: ['functions', name, 'handler'],
      message:
        `is the name of a function on gcp, not file.function, got ${JSON.stringify(gcp)}` +
        othersToo(others.map(([other]) => elementId('functions', other))),
      hint: `write {aws: ${handler.aws ?? gcp}, gcp: ${last}} if the code exports ${last}`,
    },
  ];
}
