import type { ResolvedArchitecture } from '../../model/architecture';
import { environmentOf } from '../../model/function';
import type { Finding, Path } from '../../model/problem';
import type { Text } from '../../model/text';
import { reservedBy, variablesOf, type WithVariables } from '../reserved';

/** Checks the environment variables of functions and services against Google Cloud's limits. */
export const environmentProblems = ({ functions, services }: ResolvedArchitecture): Finding[] => [
  ...Object.entries(functions).flatMap(([name, spec]) => {
    const path = ['functions', name];
    return [
      ...reservedIn(path, spec, reserved.functions, 'Cloud Functions on Google Cloud'),
      ...countProblems(path, spec),
      ...totalProblems([...path, 'environment'], environmentOf(spec)),
    ];
  }),
  ...Object.entries(services).flatMap(([name, spec]) => {
    const path = ['services', name];
    return [
      ...reservedIn(path, spec, reserved.services, 'Cloud Run on Google Cloud'),
      ...countProblems(path, spec),
      ...valueProblems([...path, 'environment'], spec.environment),
    ];
  }),
];

/**
 * Names that Google sets: https://cloud.google.com/run/docs/container-contract#env-vars,
 * https://cloud.google.com/run/docs/configuring/services/overview-environment-variables
 */
const reserved = {
  functions: /^(?:PORT$|K_|FUNCTION_|X_GOOGLE_)/,
  services: /^(?:PORT$|K_|X_GOOGLE_)/,
} as const;

const reservedIn = (path: Path, spec: WithVariables, names: RegExp, service: string): Finding[] =>
  variablesOf(path, spec)
    .filter(({ name }) => names.test(name))
    .map((variable) => {
      const isPort = variable.name === 'PORT' && path[0] === 'services';
      return reservedBy(service, variable, isPort ? 'set `port` instead' : undefined);
    });

/**
 * The most variables of a container, https://cloud.google.com/run/quotas, and the most bytes of a function's names and
 * values: https://cloud.google.com/run/docs/configuring/services/overview-environment-variables. The size of a service's
 * value has the same bound.
 */
const most = { variables: 1_000, bytes: 32_768 } as const;

function countProblems(path: Path, { environment, secrets }: WithVariables): Finding[] {
  const count = Object.keys(environment).length + Object.keys(secrets).length;
  if (count <= most.variables) return [];
  return [
    {
      path: [...path, 'environment'],
      message: `must be at most ${most.variables} variables on gcp, got ${count}`,
      hint: "Cloud Run's limit; put several values into one variable",
    },
  ];
}

function totalProblems(path: Path, environment: Readonly<Record<string, Text>>): Finding[] {
  const bytes = Object.entries(environment).reduce(
    (sum, [name, text]) => sum + Buffer.byteLength(name, 'utf8') + sizeOf(text),
    0,
  );
  if (bytes <= most.bytes) return [];
  return [
    {
      path,
      message: `must be at most ${most.bytes} bytes in total on gcp, got about ${bytes}`,
      hint: "Cloud Functions' limit; ship large values with the code",
    },
  ];
}

const valueProblems = (path: Path, environment: Readonly<Record<string, Text>>): Finding[] =>
  Object.entries(environment)
    .map(([name, text]) => ({ name, bytes: sizeOf(text) }))
    .filter(({ bytes }) => bytes > most.bytes)
    .map(({ name, bytes }) => ({
      path: [...path, name],
      message: `must be at most ${most.bytes} bytes on gcp, got about ${bytes}`,
      hint: "Cloud Run's limit; ship large values with the image",
    }));

/** The bytes of a text without its references, whose values are short. */
const sizeOf = (text: Text): number =>
  text.reduce<number>((sum, piece) => sum + (typeof piece === 'string' ? Buffer.byteLength(piece, 'utf8') : 0), 0);
