import { type ParameterSource, type ParameterSpec, type ParameterValue } from './parameters';
import type { Finding } from './problem';

/** A parameter's value, and the text that says where it comes from; `from` is undefined for a default. */
export interface SetParameter {
  readonly value: ParameterValue;
  readonly from?: string;
}

/** Finds each declared parameter's value: the first source that gives one wins, the default comes last. */
export function parameterValues(
  declared: ReadonlyMap<string, ParameterSpec>,
  sources: readonly ParameterSource[],
): { readonly values: ReadonlyMap<string, SetParameter>; readonly findings: readonly Finding[] } {
  const values = new Map<string, SetParameter>();
  const findings: Finding[] = [];
  for (const [name, spec] of declared) {
    const given = firstGiven(name, sources);
    if (!given) {
      if (spec.default !== undefined) values.set(name, { value: spec.default });
      continue;
    }
    if (given.encrypted) {
      findings.push({ path: ['parameters', name], ...encrypted(given.from) });
      continue;
    }
    const value = readValue(given.value, spec.type);
    if (value !== undefined) values.set(name, { value, from: given.from });
    else findings.push({ path: ['parameters', name], ...unreadable(given.value, spec.type, given.from) });
  }
  const names = [...declared.keys()];
  for (const source of sources)
    for (const { from, severity, hint } of source.unknown?.(names) ?? [])
      findings.push({
        severity,
        path: ['parameters'],
        at: 'key',
        message: `${from} names no parameter`,
        hint: hint ?? (names.length > 0 ? `there are ${names.join(', ')}` : 'the architecture has none'),
      });
  return { values, findings };
}

function firstGiven(name: string, sources: readonly ParameterSource[]) {
  for (const source of sources) {
    const given = source.get(name);
    if (given && given.value !== undefined && given.value !== null && given.value !== '') return given;
  }
  return undefined;
}

const encrypted = (from: string): Pick<Finding, 'message' | 'hint'> => ({
  message: `${from} is encrypted, and a parameter is written in plain text into what is deployed`,
  hint: "set it without --secret if it's no secret",
});

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function readValue(value: unknown, type: ParameterSpec['type']): ParameterValue | undefined {
  if (typeof value === 'string' && type !== 'string') {
    if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined;
    return jsonNumber.test(value) ? finite(Number(value)) : undefined;
  }
  if (typeof value !== type) return undefined;
  return type === 'number' ? finite(value as number) : (value as ParameterValue);
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

const expectations = { string: 'text', number: 'a number, written as in JSON', boolean: 'true or false' } as const;

function unreadable(value: unknown, type: ParameterSpec['type'], from: string) {
  const found = typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a map') : JSON.stringify(value);
  return { message: `must be ${expectations[type]}, got ${found} from ${from}` };
}
