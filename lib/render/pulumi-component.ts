import { Config, log, runtime, RunError, type ComponentResource, type Input, type Inputs } from '@pulumi/pulumi';
import { formatProblem } from '../model/problem';
import type { Cloud } from '../model/target';
import { withHeld, type EngineSource } from '../settings/held';
import { pulumiSource } from '../settings/pulumi';
import { onEngine } from './engine-error';
import { nameFor, prepare, type ArchitectureProps, type Given, type Prepared } from './prepare';
import { held as holder, warnOfSecrets } from './pulumi-held';

/** The type of an architecture's component: part of the URNs of everything below it, an identity. */
export const componentType = (cloud: Cloud): string => `triptych:${cloud}:ServerlessArchitecture`;

/**
 * The name of an architecture, which the component should have in a program with nothing else.
 * @throws ArchitectureError with every problem of the architecture
 */
export const componentName = (cloud: Cloud, args: ArchitectureProps<Given, Input<string>>): string =>
  nameFor(`${cloud}-pulumi`, args, parametersIn(new Config()));

/**
 * Loads, resolves and checks an architecture for a cloud, with the program's configuration.
 * @throws ArchitectureError with every problem of the architecture; RunError if an archive that is deployed was left empty
 */
export function prepareComponent(cloud: Cloud, args: ArchitectureProps<Given, Input<string>>): Prepared {
  const configuration = new Config();
  const prepared = prepare(`${cloud}-pulumi`, args, {
    parameters: parametersIn(configuration),
    withoutCode: { value: configuration.get('withoutCode'), from: 'pulumi config withoutCode' },
  });
  if (prepared.empty.length > 0 && !runtime.isDryRun()) refuseEmptyArchives(prepared.empty);
  return prepared;
}

/** Logs an architecture's warnings, and registers its resources below its component. */
export function renderComponent<Rendered extends { readonly outputs: Readonly<Record<string, Input<string>>> }>(
  component: ComponentResource,
  cloud: Cloud,
  { warnings, held }: Prepared,
  render: () => Rendered,
): Rendered {
  for (const warning of warnings) void log.warn(formatProblem(warning), component);
  warnOfSecrets(held, component);
  return onEngine(`${cloud}-pulumi`, render);
}

/** The outputs that a component registers: what it was rendered from, so that it can be found and compared. */
export const componentOutputs = (
  { architecture, empty, held }: Prepared,
  outputs: Readonly<Record<string, Input<string>>>,
): Inputs => ({
  version: 1,
  architecture: architecture.name,
  withoutCode: empty,
  outputs,
  ...(Object.keys(held).length > 0 && { engineValues: held }),
});

/** Exists at run time, but the SDK's types leave it out. */
const { isConfigSecret } = runtime as typeof runtime & { isConfigSecret(key: string): boolean };

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
