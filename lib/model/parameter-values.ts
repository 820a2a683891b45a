import { placeForEngineValue, type EngineValue } from './engine-value';
import { declaredParameters } from './parameter-specs';
import type { HeldValue, ParameterSource, ParameterSpec, ParameterValue } from './parameters';
import type { Finding } from './problem';

/** Value of a parameter, and the text of its source; `from` is undefined for a default. */
export interface SetParameter {
  readonly value: ParameterValue | EngineValue;
  readonly from?: string;
}

/** The parameters of an architecture: what it declares, and what sources give. */
export interface Parameters {
  readonly specs: ReadonlyMap<string, ParameterSpec>;
  readonly values: ReadonlyMap<string, SetParameter>;
  /** By parameter, the values that only an engine has, as they were given. */
  readonly held: ReadonlyMap<string, unknown>;
  /** Parameters with a problem, which is reported once and not at each place that names them. */
  readonly faulty: ReadonlySet<string>;
  /** The architecture's tree without its `parameters`. */
  readonly tree: unknown;
  readonly findings: readonly Finding[];
}

/** Reads an architecture's parameters, before anything that they may stand in. */
export function readParameters(tree: unknown, sources: readonly ParameterSource[]): Parameters {
  const declared = declaredParameters(tree);
  const { values, held, findings: given } = parameterValues(declared.specs, sources);
  const findings = [...declared.findings, ...given];
  const errors = findings.filter(({ severity = 'error' }) => severity === 'error');
  const faulty = new Set(errors.flatMap(({ path: [, name] }) => (name === undefined ? [] : [String(name)])));
  return { specs: declared.specs, tree: declared.tree, values, held, faulty, findings };
}

/** Finds each declared parameter's value: the first source that gives one wins, the default comes last. */
function parameterValues(
  declared: ReadonlyMap<string, ParameterSpec>,
  sources: readonly ParameterSource[],
): Pick<Parameters, 'values' | 'held' | 'findings'> {
  const values = new Map<string, SetParameter>();
  const held = new Map<string, unknown>();
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
    if (given.held) {
      const wrong = misheld(name, spec.type, given.held, given.from);
      if (wrong) findings.push({ path: ['parameters', name], ...wrong });
      else {
        values.set(name, { value: { parameter: name, engine: given.held.engine }, from: given.from });
        held.set(name, given.value);
      }
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
  return { values, held, findings };
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

/** Finds what is wrong with a value that only an engine has; undefined if nothing is. */
function misheld(
  parameter: string,
  type: ParameterSpec['type'],
  { engine, is }: HeldValue,
  from: string,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const has = `that only ${engine} has`;
  if (is === 'secret')
    return {
      message: `${from} is a secret, but parameters are deployed in plain text`,
      hint: 'declare it in `secrets` of the architecture, and name it in `secrets` of the function or service',
    };
  if (type !== 'string')
    return {
      message: `must be ${expectations[type]}, got a value ${has} from ${from}`,
      hint: placeForEngineValue({ parameter, engine }),
    };
  if (is === 'text') return undefined;
  const hint =
    is === 'number' ? 'make text of it with Token.asString()' : 'make text of it with Fn.join() or Fn.select()';
  return { message: `must be text, got a ${is} ${has} from ${from}`, hint };
}

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
