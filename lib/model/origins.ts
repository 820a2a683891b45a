import type { ResolvedArchitecture } from './architecture';
import type { SetParameter } from './parameter-values';
import { formatPath, type Path } from './problem';
import { valueAt, type Source } from './source';
import type { Substituted } from './substitute';

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Origin of each value of an architecture, by path: `default`, `file:line:column`, or the text of a parameter's source.
 * A value that is written once and means several has the path at which it is written.
 */
export function originsOf(
  architecture: ResolvedArchitecture,
  source: Source,
  { filled }: Substituted,
  values: ReadonlyMap<string, SetParameter>,
): Readonly<Record<string, string>> {
  const origins: Record<string, string> = {};

  const walk = (value: unknown, written: unknown, path: Path): void => {
    const key = formatPath(path);
    const isWhole = written !== undefined && !isMap(written);
    if (!isWhole && isMap(value) && Object.keys(value).length > 0) {
      for (const [name, field] of Object.entries(value)) {
        const child = Array.isArray(value) ? Number(name) : name;
        walk(field, valueAt(written, [child]), [...path, child]);
      }
    } else {
      origins[key] = originOf(path, key, written);
    }
  };

  const originOf = (path: Path, key: string, written: unknown): string => {
    const parameter = filled.get(key);
    if (parameter !== undefined)
      return values.get(parameter)?.from ?? placeOf(['parameters', parameter, 'default'], source);
    return written === undefined ? 'default' : placeOf(path, source);
  };

  walk(architecture, source.tree, []);
  return origins;
}

function placeOf(path: Path, source: Source): string {
  const position = source.position(path);
  return position ? `${position.file ?? source.file}:${position.line}:${position.column}` : 'the program';
}
