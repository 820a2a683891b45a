import {
  Config,
  getStack,
  log,
  runtime,
  RunError,
  type ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Inputs,
} from '@pulumi/pulumi';
import { formatProblem, type Problem } from '../model/problem';
import type { Cloud } from '../model/target';
import { variableEnvironment } from '../settings/chosen';
import { withHeld, type EngineSource } from '../settings/held';
import { pulumiSource } from '../settings/pulumi';
import { onEngine } from './engine-error';
import type { GivenWhere, InProject } from './gcp-pulumi/where';
import { nameFor, prepare, type ArchitectureProps, type Choices, type Given, type Prepared } from './prepare';
import { held as holder, warnOfSecrets } from './pulumi-held';
import { givenWhere, inProjectOf } from './pulumi-place';
import { requireCloud } from './required';
import { registeredFor } from './stored';

/** The type of an architecture's component: part of the URNs of everything below it, an identity. */
export const componentType = (cloud: Cloud): string => `triptych:${cloud}:ServerlessArchitecture`;

/**
 * The name of an architecture with its environment, which the component should have in a program with nothing else.
 * @throws ArchitectureError with every problem of the architecture
 */
export function componentName(cloud: Cloud, args: ArchitectureProps<Given, Input<string>>): string {
  requireCloud(cloud);
  return nameFor(`${cloud}-pulumi`, args, choicesIn(new Config()));
}

/** An architecture that is ready to be rendered as a component, and the place that the program passes. */
export interface PreparedComponent extends Prepared {
  readonly given: GivenWhere;
  readonly inProject?: InProject;
}

/**
 * Loads, resolves and checks an architecture for a cloud, with the program's configuration.
 * @throws ArchitectureError with every problem of the architecture; RunError if an archive that is deployed was left empty
 */
export function prepareComponent(
  cloud: Cloud,
  args: ArchitectureProps<Given, Input<string>> & GivenWhere,
): PreparedComponent {
  const given = givenWhere(cloud, args);
  const configuration = new Config();
  const prepared = prepare(`${cloud}-pulumi`, args, {
    ...choicesIn(configuration),
    withoutCode: { value: configuration.get('withoutCode'), from: 'pulumi config withoutCode' },
  });
  if (prepared.empty.length > 0 && !runtime.isDryRun()) refuseEmptyArchives(prepared.empty);
  const inProject = inProjectOf(given);
  const warnings = [...prepared.warnings, ...ignoredVariable(args.env ?? configuration.get('env'))];
  return { ...prepared, warnings, given, ...(inProject && { inProject }) };
}

/** A component's options, with what puts its resources into the project that the program passes. */
export const componentOptions = (
  { inProject }: PreparedComponent,
  options: ComponentResourceOptions | undefined,
): ComponentResourceOptions | undefined =>
  // Last, so that a transformation of the program's sees what the program wrote.
  inProject
    ? { ...options, transformations: [...(options?.transformations ?? []), inProject.transformation] }
    : options;

/** The resources of an architecture, and its place if more than the configuration decides. */
export interface RenderedComponent<Rendered> {
  readonly rendered: Rendered;
  readonly where: object | undefined;
}

/** Logs an architecture's warnings, and registers its resources below its component. */
export function renderComponent<Rendered extends { readonly outputs: Readonly<Record<string, Input<string>>> }>(
  component: ComponentResource,
  cloud: Cloud,
  { warnings, held, inProject }: PreparedComponent,
  render: () => Rendered,
): Rendered {
  for (const warning of warnings) void log.warn(formatProblem(warning), component);
  warnOfSecrets(held, component);
  const rendered = onEngine(`${cloud}-pulumi`, render);
  inProject?.close();
  return rendered;
}

/**
 * The outputs that a component registers: what it was rendered from, so that it can be found and compared, and the place
 * where more than the configuration decides.
 */
export const componentOutputs = (
  { architecture, env, empty, held, existing, stored }: Prepared,
  outputs: Readonly<Record<string, Input<string>>>,
  where?: object,
): Inputs => ({
  version: 1,
  architecture: architecture.name,
  ...(env !== undefined && { env }),
  withoutCode: empty,
  outputs,
  ...(Object.keys(held).length > 0 && { engineValues: held }),
  ...(Object.keys(existing).length > 0 && { existing }),
  ...(where && { where }),
  ...registeredFor(stored),
});

/** Exists at run time, but the SDK's types leave it out. */
const { isConfigSecret } = runtime as typeof runtime & { isConfigSecret(key: string): boolean };

/** Warns of a `TRIPTYCH_ENV` that names another environment than the stack. */
function ignoredVariable(chosen: string | undefined): readonly Problem[] {
  const { value, from } = variableEnvironment();
  const stack = getStack();
  if (chosen || stack === '' || typeof value !== 'string' || value === stack) return [];
  const message = `is ${value}, and has no effect: the environment is ${stack}, the name of the stack`;
  return [{ severity: 'warning', path: from, message, hint: 'unset it, or select another stack' }];
}

/** A stack has a name always, so `TRIPTYCH_ENV` never decides in a program of Pulumi. */
const choicesIn = (configuration: Config): Choices => ({
  parameters: parametersIn(configuration),
  env: [
    { value: configuration.get('env'), from: 'pulumi config env', needsOverlay: true },
    {
      value: getStack(),
      from: "the stack's name",
      needsOverlay: false,
      hint: 'name the environment of this stack: pulumi config set env <name>, or env in the arguments of the program',
    },
  ],
});

const parametersIn = (configuration: Config): EngineSource =>
  withHeld(
    pulumiSource(
      (key) => configuration.get(key),
      (key) => isConfigSecret(`${configuration.name}:${key}`),
      () =>
        Object.keys(runtime.allConfig())
          .filter((key) => key.startsWith(`${configuration.name}:`))
          .map((key) => key.slice(configuration.name.length + 1)),
    ),
    holder,
  );

/** Allows a preview of a program with empty archives, and refuses its deployment. */
function refuseEmptyArchives(functions: readonly string[]): never {
  throw new RunError(
    `the code of ${functions.join(', ')} was left out: build it and unset withoutCode (pulumi config rm withoutCode)`,
  );
}
