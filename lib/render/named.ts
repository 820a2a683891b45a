import { missing } from '../model/existence';
import type { Kind } from '../model/kind';
import { ArchitectureError, problemsOf } from '../model/problem';

/** Properties that engines, test frameworks and the language look for on any object. */
const probes: ReadonlySet<string> = new Set([
  'asymmetricMatch',
  'inspect',
  'length',
  'nodeName',
  'nodeType',
  'resolve',
  'size',
  'tagName',
  'then',
  'toJSON',
]);

/**
 * Elements of a kind, by name. Reading a name that doesn't exist is an error that lists those that do. `in`, `Object.keys`
 * and the like work as on any object.
 */
export const named = <T>(kind: Kind, elements: Record<string, T>): Record<string, T> =>
  new Proxy(elements, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && /^[a-z][A-Za-z0-9-]*$/.test(key) && !probes.has(key)) {
        const findings = missing({ path: [] }, kind, key, { [kind]: Object.keys(target) });
        throw new ArchitectureError(problemsOf(findings, { position: () => undefined }));
      }
      return Reflect.get(target, key, receiver);
    },
  });
