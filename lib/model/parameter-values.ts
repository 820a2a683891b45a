import { declaredParameters } from './parameter-specs';
import type { ParameterSource, ParameterSpec, ParameterValue } from './parameters';
import type { Finding } from './problem';

/** Value of a parameter, and the text of its source; `from` is undefined for a default. */
export interface SetParameter {
  readonly value: ParameterValue;
  readonly from?: string;
}

/** The parameters of an architecture: what it declares, and what sources give. */
export interface Parameters {
  readonly specs: ReadonlyMap<string, ParameterSpec>;
  readonly values: ReadonlyMap<string, SetParameter>;
  /** Parameters with a problem, which is reported once and not at each place that names them. */
  readonly faulty: ReadonlySet<string>;
  /** The architecture's tree without its `parameters`. */
  readonly tree: unknown;
  readonly findings: readonly Finding[];
}

/** Reads an architecture's parameters, before anything that they may stand in. */
export function readParameters(tree: unknown, sources: readonly ParameterSource[]): Parameters {
  const declared = declaredParameters(tree);
  const { values, findings: given } = parameterValues(declared.specs, sources);
  const findings = [...declared.findings, ...given];
  const errors = findings.filter(({ severity = 'error' }) => severity === 'error');
  const faulty = new Set(errors.flatMap(({ path: [, name] }) => (name === undefined ? [] : [String(name)])));
  return { specs: declared.specs, tree: declared.tree, values, faulty, findings };
}

/** Finds each declared parameter's value: the first source that gives one wins, the default comes last. */
function parameterValues(
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
        message: `${from} matches no parameter`,
        hint: hint ?? (names.length > 0 ? `known parameters: ${names.join(', ')}` : 'the architecture declares none'),
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
  message: `${from} is encrypted, but parameters are deployed in plain text`,
  hint: "set it without --secret if it isn't a secret",
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

const expectations = { string: 'text', number: 'a number in JSON notation', boolean: 'true or false' } as const;

function unreadable(value: unknown, type: ParameterSpec['type'], from: string) {
  const found = typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a map') : JSON.stringify(value);
  return { message: `must be ${expectations[type]}, got ${found} from ${from}` };
}
