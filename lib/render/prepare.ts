import { archivesOf, type CodeArchives } from '../cloud/archives';
import { check } from '../cloud/check';
import type { ResolvedArchitecture } from '../model/architecture';
import type { WrittenArchitecture } from '../model/define';
import { existingOn } from '../model/existing';
import type { FileUrl } from '../model/load';
import type { Kind } from '../model/kind';
import type { ElementId } from '../model/name';
import type { ParameterValue } from '../model/parameters';
import type { Problem } from '../model/problem';
import { resolve, type Resolved } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { namingOf, stackName } from '../cloud/name';
import { chooseEnvironment, variableEnvironment, type GivenEnvironment } from '../settings/chosen';
import { environmentSettings, environmentSource, readFlag } from '../settings/environment';
import { propSource } from '../settings/flags';
import { arePlain, withHeld, type EngineSource } from '../settings/held';
import { loadGiven } from './locate';
import { storedOf, type Stored } from './stored';

/** An architecture, or its file: a path, or a `URL`. */
export type Given = string | FileUrl | WrittenArchitecture;

/** Properties that every engine's `ServerlessArchitecture` has. */
export interface ArchitectureProps<A extends Given = Given, Held = never> {
  /** The architecture, or its file: relative to the working folder, or else to the nearest package above it. */
  readonly architecture: A;
  /**
   * Folder that `code` is relative to, and that has to contain it.
   * @default the folder of the architecture's file; the working folder for an object
   */
  readonly root?: string;
  /**
   * Values of parameters. They take precedence over the engine's context or configuration, and over the environment. A
   * parameter of type `string` that only environment values and outputs use may have a value that only the engine has.
   * @default {}
   */
  readonly parameters?: Readonly<Record<string, ParameterValue | Held | undefined>>;
  /**
   * The environment, such as `prod`: part of every physical name, and for a file the name of the overlay beside it, if
   * there is one. `dev` is the same as none.
   * @default `env` in the engine's context or configuration, on Pulumi the stack's name, then `TRIPTYCH_ENV`, then none
   */
  readonly env?: string | undefined;
  /**
   * Renders empty archives where code isn't built. The artifact is marked, and a deployment refuses it.
   * @default `withoutCode` in the engine's context or configuration, then `TRIPTYCH_WITHOUT_CODE`, then false
   */
  readonly withoutCode?: boolean;
}

/**
 * An architecture's elements of a kind, by name. If the architecture was given as an object, the type has each name.
 */
export type ByName<A extends Given, K extends Kind, Rendered> = A extends string | FileUrl
  ? Readonly<Record<string, Rendered>>
  : A extends Readonly<Record<K, infer Elements>>
    ? { readonly [Name in keyof Elements]: Rendered }
    : Readonly<Record<K extends keyof A ? string : never, Rendered>>;

/** An engine's own settings. */
export interface EngineSettings {
  readonly parameters: EngineSource;
  /** Its environments: the first that is set counts. */
  readonly env: readonly GivenEnvironment[];
  /** Its value of `withoutCode`, and the source of that value. */
  readonly withoutCode: { readonly value: unknown; readonly from: string };
}

/** The settings that decide which architecture it is. */
export type Choices = Pick<EngineSettings, 'parameters' | 'env'>;

/** An architecture that is ready to be planned for one target. */
export interface Prepared {
  readonly architecture: ResolvedArchitecture;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  readonly archives: CodeArchives;
  /** By parameter: the values that only the engine has, as the app gave them. */
  readonly held: Readonly<Record<string, unknown>>;
  /** By element, the resources that something else owns. */
  readonly existing: Readonly<Record<ElementId, string>>;
  /** The functions whose archives were left empty. */
  readonly empty: readonly string[];
  /** Warnings, which don't stop the rendering. */
  readonly warnings: readonly Problem[];
  /** The architecture as it was given. */
  readonly stored: Stored;
}

/**
 * The name of a stack that holds nothing else: that of the architecture, with the environment.
 * @throws ArchitectureError with every problem of the architecture
 */
export function nameFor(target: Target, props: ArchitectureProps<Given, unknown>, engine: Choices): string {
  const { architecture, env } = resolveFor(target, props, engine);
  return stackName(namingOf(architecture.name, env));
}

/**
 * Loads, resolves and checks an architecture for one target, and archives its code.
 * @throws ArchitectureError with every problem
 */
export function prepare(target: Target, props: ArchitectureProps<Given, unknown>, engine: EngineSettings): Prepared {
  const resolved = resolveFor(target, props, engine);
  const withoutCode =
    props.withoutCode ??
    readFlag(engine.withoutCode.value, engine.withoutCode.from) ??
    environmentSettings().withoutCode ??
    false;
  const { archives, warnings } = archivesOf(resolved, cloudOf(target), withoutCode);
  const empty = Object.keys(archives).filter((name) => archives[name]!.empty);
  return {
    architecture: resolved.architecture,
    ...(resolved.env !== undefined && { env: resolved.env }),
    archives,
    held: resolved.held,
    existing: existingOn(resolved.architecture, cloudOf(target)),
    empty,
    warnings: [...resolved.warnings, ...warnings],
    stored: storedOf(resolved),
  };
}

/**
 * Loads, resolves and checks an architecture for one target.
 * @throws ArchitectureError with every problem
 */
export function resolveFor(
  target: Target,
  { architecture, parameters, root, env: given }: ArchitectureProps<Given, unknown>,
  engine: Choices,
): Resolved {
  const prop = { value: given, from: 'env in the props', needsOverlay: false };
  const env = chooseEnvironment([prop, ...engine.env, variableEnvironment()]);
  const source = loadGiven(architecture, { ...(root !== undefined && { root }), ...(env && { env }) });
  const props = propSource(parameters);
  const sources = [
    arePlain(parameters) ? props : withHeld(props, engine.parameters.holder),
    engine.parameters,
    environmentSource(),
  ];
  return resolve(source, sources, { targets: [target], checks: check });
}
