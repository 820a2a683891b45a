import { archivesOf, type CodeArchives } from '../cloud/archives';
import { check } from '../cloud/check';
import type { ArchitectureSpec, ResolvedArchitecture } from '../model/architecture';
import { load } from '../model/load';
import type { ParameterSource, ParameterValue } from '../model/parameters';
import { resolve } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { environmentSettings, environmentSource, readFlag } from '../settings/environment';
import { propSource } from '../settings/flags';
import { locate } from './locate';

/** What every engine's `ServerlessArchitecture` takes. */
export interface ArchitectureProps {
  /** The architecture, or its file: looked for below the working folder, then below the nearest package above. */
  readonly architecture: string | ArchitectureSpec;
  /** Values of parameters. They win over the engine's context or configuration, and over the environment. */
  readonly parameters?: Readonly<Record<string, ParameterValue | undefined>>;
  /**
   * Goes on with empty archives where code isn't built. The artefact is marked, and a deployment refuses it.
   * @default what the engine's context or configuration says as `withoutCode`, or `TRIPTYCH_WITHOUT_CODE`; else false
   */
  readonly withoutCode?: boolean;
}

/** Where an engine keeps its own settings. */
export interface EngineSettings {
  readonly parameters: ParameterSource;
  /** What it says about `withoutCode`, and where. */
  readonly withoutCode: { readonly value: unknown; readonly from: string };
}

/** An architecture that is ready to be planned for one target. */
export interface Prepared {
  readonly architecture: ResolvedArchitecture;
  readonly archives: CodeArchives;
  /** The functions whose archives were left empty. */
  readonly empty: readonly string[];
}

/**
 * Loads, resolves and checks an architecture for one target, and archives its code.
 * @throws ArchitectureError with everything that is wrong
 */
export function prepare(target: Target, props: ArchitectureProps, engine: EngineSettings): Prepared {
  const source = load(typeof props.architecture === 'string' ? locate(props.architecture) : props.architecture);
  const resolved = resolve(source, [propSource(props.parameters), engine.parameters, environmentSource()], {
    targets: [target],
    checks: check,
  });
  const withoutCode =
    props.withoutCode ??
    readFlag(engine.withoutCode.value, engine.withoutCode.from) ??
    environmentSettings().withoutCode ??
    false;
  const archives = archivesOf(resolved, cloudOf(target), withoutCode);
  const empty = Object.keys(archives).filter((name) => archives[name]!.empty);
  return { architecture: resolved.architecture, archives, empty };
}
