import { z } from 'zod';
import { describeIssue, findingsOf } from './issue';
import { parameterName, parameterSpec, variableOf, type ParameterSpec } from './parameters';
import type { Finding } from './problem';
import { valueAt } from './source';
import { tokenize } from './tokens';

const parametersSpec = z.strictObject({ parameters: z.record(parameterName, parameterSpec).default({}) });

/** Parameters that a tree declares, and the tree without them. */
export interface Declared {
  readonly specs: ReadonlyMap<string, ParameterSpec>;
  readonly tree: unknown;
  readonly findings: readonly Finding[];
}

/** Reads the `parameters` of an architecture, before anything that they may stand in. */
export function declaredParameters(tree: unknown): Declared {
  const written = valueAt(tree, ['parameters']);
  if (written === undefined || typeof tree !== 'object') return { specs: new Map(), tree, findings: [] };
  const { parameters: _, ...rest } = tree as Record<string, unknown>;
  const input = { parameters: written };
  const parsed = parametersSpec.safeParse(input, { error: describeIssue });
  const findings: Finding[] = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => findingsOf(issue, parametersSpec, input));
  const wrong = new Set(findings.map(({ path }) => path[1]));
  const isMap = typeof written === 'object' && written !== null && !Array.isArray(written);
  const entries = isMap ? Object.entries(written) : [];
  const specs = new Map<string, ParameterSpec>();
  for (const [name, value] of entries) {
    // A parameter with a problem still exists, so that the places that name it aren't reported too.
    const spec = wrong.has(name) ? { type: 'string' as const } : parameterSpec.parse(value);
    if (!wrong.has(name))
      findings.push(...checkTexts(name, spec), ...checkDefault(name, spec), ...checkOptional(name, spec));
    specs.set(name, unescaped(spec));
  }
  return { specs, tree: rest, findings: [...findings, ...checkVariables(specs)] };
}

/** Finds parameters and references in declarations, where no values are known yet. */
function checkTexts(name: string, spec: ParameterSpec): Finding[] {
  return (['default', 'description'] as const)
    .filter((field) => tokenize(String(spec[field] ?? ''), new Set()).some(({ kind }) => kind !== 'text'))
    .map((field) => ({
      path: ['parameters', name, field],
      message: "parameters and references aren't allowed here",
      hint: 'write a literal ${ as $${',
    }));
}

/** Like all texts, a default writes `${` as `$${`. */
function unescaped(spec: ParameterSpec): ParameterSpec {
  return typeof spec.default === 'string' ? { ...spec, default: spec.default.replaceAll('$${', '${') } : spec;
}

function checkDefault(name: string, { type, default: value }: ParameterSpec): Finding[] {
  if (value === undefined || typeof value === type) return [];
  return [
    {
      path: ['parameters', name, 'default'],
      message: `must be a ${type}, the parameter's type, got ${JSON.stringify(value)}`,
    },
  ];
}

const checkOptional = (name: string, { optional, default: value }: ParameterSpec): Finding[] =>
  optional && value !== undefined
    ? [
        {
          severity: 'warning',
          path: ['parameters', name, 'optional'],
          message: 'has no effect beside a default',
          hint: 'leave one of them out',
        },
      ]
    : [];

function checkVariables(specs: ReadonlyMap<string, ParameterSpec>): Finding[] {
  const names = new Map<string, string>();
  return [...specs.keys()].flatMap((name) => {
    const variable = variableOf(name);
    const other = names.get(variable);
    names.set(variable, other ?? name);
    return other === undefined
      ? []
      : [
          {
            path: ['parameters', name],
            at: 'key' as const,
            message: `uses the same environment variable as ${other}: ${variable}`,
          },
        ];
  });
}
