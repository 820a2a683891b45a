import { archivesOf, type CodeArchives } from '../cloud/archives';
import { check } from '../cloud/check';
import type { ResolvedArchitecture } from '../model/architecture';
import type { WrittenArchitecture } from '../model/define';
import type { FileUrl } from '../model/load';
import type { Kind } from '../model/kind';
import type { ParameterValue } from '../model/parameters';
import type { Problem } from '../model/problem';
import { resolve, type Resolved } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { environmentSettings, environmentSource, readFlag, refuseEnvironment } from '../settings/environment';
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
  /** Its value of `env`, and the source of that value. @default the engine has none */
  readonly env?: { readonly value: unknown; readonly from: string };
  /** Its value of `withoutCode`, and the source of that value. */
  readonly withoutCode: { readonly value: unknown; readonly from: string };
}

/** An architecture that is ready to be planned for one target. */
export interface Prepared {
  readonly architecture: ResolvedArchitecture;
  readonly archives: CodeArchives;
  /** By parameter: the values that only the engine has, as the app gave them. */
  readonly held: Readonly<Record<string, unknown>>;
  /** The functions whose archives were left empty. */
  readonly empty: readonly string[];
  /** Warnings, which don't stop the rendering. */
  readonly warnings: readonly Problem[];
  /** The architecture as it was given. */
  readonly stored: Stored;
}

/**
 * The architecture's own name, which is that of a stack that holds nothing else.
 * @throws ArchitectureError with every problem of the architecture
 */
export function nameFor(target: Target, props: ArchitectureProps<Given, unknown>, parameters: EngineSource): string {
  return resolveFor(target, props, parameters).architecture.name;
}

/**
 * Loads, resolves and checks an architecture for one target, and archives its code.
 * @throws ArchitectureError with every problem
 */
export function prepare(target: Target, props: ArchitectureProps<Given, unknown>, engine: EngineSettings): Prepared {
  if (engine.env) refuseEnvironment(engine.env.value, engine.env.from);
  const resolved = resolveFor(target, props, engine.parameters);
  const withoutCode =
    props.withoutCode ??
    readFlag(engine.withoutCode.value, engine.withoutCode.from) ??
    environmentSettings().withoutCode ??
    false;
  const { archives, warnings } = archivesOf(resolved, cloudOf(target), withoutCode);
  const empty = Object.keys(archives).filter((name) => archives[name]!.empty);
  return {
    architecture: resolved.architecture,
    archives,
    held: resolved.held,
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
  { architecture, parameters, root }: ArchitectureProps<Given, unknown>,
  engine: EngineSource,
): Resolved {
  refuseEnvironment(environmentSettings().env, 'TRIPTYCH_ENV');
  const source = loadGiven(architecture, root === undefined ? {} : { root });
  const props = propSource(parameters);
  const sources = [arePlain(parameters) ? props : withHeld(props, engine.holder), engine, environmentSource()];
  return resolve(source, sources, { targets: [target], checks: check });
}
