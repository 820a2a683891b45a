import type { Finding, Path } from './problem';
import { keyFinding, limits, tooDeep } from './source';

/** Copies plain data, and finds everything else: functions, dates, instances of classes, cycles. */
export function readPlain(given: unknown): { readonly tree: unknown; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const open = new Set<object>();
  let values = 0;

  const find = (path: Path, message: string, hint?: string): null => {
    findings.push({ path, message, ...(hint === undefined ? {} : { hint }) });
    return null;
  };

  const read = (value: unknown, path: Path): unknown => {
    values += 1;
    if (values > limits.values)
      return values === limits.values + 1 ? find(path, `more than ${limits.values} values`) : null;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : find(path, `must be plain data, got ${value}`);
    if (typeof value !== 'object') return find(path, `must be plain data, got ${nameOf(value)}`);
    if (open.has(value)) return find(path, 'refers to itself', 'an architecture is a tree');
    if (path.length > limits.depth) return find(path.slice(0, 4), tooDeep);
    if (!Array.isArray(value) && !isMap(value)) return find(path, `must be plain data, got ${nameOf(value)}`);
    open.add(value);
    const copy = Array.isArray(value)
      ? Array.from(value, (item, index) => read(item, [...path, index]))
      : readMap(value, path);
    open.delete(value);
    return copy;
  };

  const readMap = (map: object, path: Path): Record<string, unknown> => {
    const copy: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(map)) {
      const finding = typeof key === 'string' ? keyFinding(path, key) : { path, message: 'keys must be strings' };
      if (finding) findings.push(finding);
      if (finding || typeof key !== 'string') continue;
      const value = (map as Record<string, unknown>)[key];
      // In TypeScript, an optional field that is left out may be written as undefined.
      if (value !== undefined) copy[key] = read(value, [...path, key]);
    }
    return copy;
  };

  return { tree: read(given, []), findings };
}

/** True of plain objects. Their prototype differs between realms, so its own prototype decides. */
function isMap(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an instance of ${value.constructor?.name || 'a class'}`;
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
