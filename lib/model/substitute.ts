import { isEngineValue, type EngineValue } from './engine-value';
import { howToSet, type ParameterSpec, type ParameterValue } from './parameters';
import type { SetParameter } from './parameter-values';
import { formatPath, type Finding, type Path } from './problem';
import { TextWithReferences, type Text } from './text';
import { tokenize } from './tokens';

/** Tree in which every parameter has its value, and every string with references is a `TextWithReferences`. */
export interface Substituted {
  readonly tree: unknown;
  readonly findings: readonly Finding[];
  /** By path: the parameter whose value is the whole value of a field. */
  readonly filled: ReadonlyMap<string, string>;
  /** By path: the parameter without a value on which a field's value depends. */
  readonly unset: ReadonlyMap<string, Unset>;
}

/** A field's value that depends on a parameter without a value. */
export interface Unset {
  readonly path: Path;
  readonly parameter: string;
}

/** Parameters and their values. */
export interface Substitution {
  readonly declared: ReadonlyMap<string, ParameterSpec>;
  readonly values: ReadonlyMap<string, SetParameter>;
  /**
   * Returns a stand-in for a parameter without a value. Without one, an optional field is left out; a list or a longer
   * text is an error.
   */
  standIn?(path: Path, parameter: string, whole: boolean): ParameterValue | undefined;
}

const nothing = Symbol('left out');

/** Replaces parameters and finds references in all values of a tree. */
export function substitute(tree: unknown, { declared, values, standIn }: Substitution): Substituted {
  const names = new Set(declared.keys());
  const findings: Finding[] = [];
  const failed = new Set<string>();
  const filled = new Map<string, string>();
  const unset = new Map<string, Unset>();

  const fail = (path: Path, finding: Omit<Finding, 'path'>): void => {
    failed.add(formatPath(path));
    findings.push({ path, ...finding });
  };

  const valueOf = (path: Path, parameter: string, whole: boolean): ParameterValue | EngineValue | undefined => {
    const value = values.get(parameter)?.value;
    if (value !== undefined) {
      if (whole) filled.set(formatPath(path), parameter);
      return value;
    }
    unset.set(formatPath(path), { path, parameter });
    return standIn?.(path, parameter, whole);
  };

  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return value.includes('${') ? walkText(value, path) : value;
    if (Array.isArray(value)) return value.map((item, index) => walkItem(item, [...path, index]));
    return typeof value === 'object' && value !== null ? walkMap(value, path) : value;
  };

  const walkMap = (map: object, path: Path): Record<string, unknown> => {
    const copy: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(map)) {
      if (key.includes('${')) {
        fail([...path, key], { at: 'key', message: "parameters and references aren't allowed in a key" });
        continue;
      }
      const value = walk(field, [...path, key]);
      if (value !== nothing) copy[key] = value;
    }
    return copy;
  };

  const walkItem = (item: unknown, path: Path): unknown => {
    const value = walk(item, path);
    if (value !== nothing) return value;
    const { parameter } = unset.get(formatPath(path))!;
    fail(path, { message: `parameter ${parameter} has no value`, hint: howToSet(parameter) });
    return item;
  };

  const walkText = (text: string, path: Path): unknown => {
    const tokens = tokenize(text, names);
    const [only] = tokens;
    if (tokens.length === 1 && only?.kind === 'parameter') {
      const value = valueOf(path, only.name, true) ?? nothing;
      return isEngineValue(value) ? new TextWithReferences([value]) : value;
    }
    const parts: Text[number][] = [];
    for (const token of tokens) {
      if (token.kind === 'wrong') {
        fail(path, { message: token.message, ...(token.hint ? { hint: token.hint } : {}) });
      } else if (token.kind === 'reference') {
        parts.push(token.reference);
      } else {
        const part = token.kind === 'text' ? token.text : valueOf(path, token.name, false);
        if (isEngineValue(part)) parts.push(part);
        else if (part !== undefined) addText(parts, String(part));
        else if (token.kind === 'parameter')
          fail(path, { message: `parameter ${token.name} has no value`, hint: howToSet(token.name) });
      }
    }
    if (failed.has(formatPath(path))) return text;
    return parts.some((part) => typeof part !== 'string') ? new TextWithReferences(parts) : parts.join('');
  };

  return { tree: walk(tree, []), findings, filled, unset };
}

/** Joins adjacent strings, so that equal texts have equal parts. */
function addText(parts: Text[number][], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else if (text !== '') parts.push(text);
}
