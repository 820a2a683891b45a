import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { temporaryFault, temporaryFolder } from '../disk/temporary';
import { ArtefactError } from '../readback/error';
import { engineOf, targets, type Target } from '../model/target';
import { recoverFolder } from '../synth/beside';
import { manifestFile } from '../synth/manifest';
import type { ArchitectureFlags } from './command';
import { openSynthesized } from './synthesized';
import { UsageError } from './usage';

/** Artifacts in a folder, by target. */
export interface Artefacts {
  readonly places: readonly {
    readonly target: Target;
    readonly folder: string;
    /** The functions with empty archives. @default the stamp in the artifact decides */
    readonly withoutCode?: readonly string[];
  }[];
  /** True for the output of a user's own app, which may contain other resources. */
  readonly isApp: boolean;
  /** The name of the architecture that they were rendered from. @default the stamp in the artifact has it */
  readonly architecture?: string;
  /** The parameters that they were rendered with, as flags. */
  readonly params: readonly string[];
  /** Removes temporary files. */
  readonly dispose: () => void;
}

/**
 * Finds the artifacts in a folder: those that `triptych synth` wrote there, or the output of a user's own app.
 * @throws UsageError if the flags contradict the folder
 * @throws ArtefactError if there is no such folder
 */
export async function artefactsIn(folder: string, flags: ArchitectureFlags): Promise<Artefacts> {
  const nothing = () => undefined;
  recoverFolder(folder);
  if (!existsSync(folder)) throw new ArtefactError(folder, 'no such folder');
  if (existsSync(join(folder, manifestFile))) return { ...fromOutput(folder, flags), isApp: false, dispose: nothing };
  const inside = targetInOutput(folder, flags);
  if (inside) return { ...fromOutput(inside.output, inside.flags), isApp: false, dispose: nothing };
  const [target, ...others] = flags.targets;
  if (target === undefined || others.length > 0) {
    throw new UsageError(
      `--from: ${folder} has no ${manifestFile}; the output of your own app needs exactly one --target`,
    );
  }
  if (engineOf(target) === 'pulumi' && existsSync(join(folder, 'Pulumi.yaml')))
    return recordProject(folder, target, flags);
  return { places: [{ target, folder }], params: flags.params, isApp: true, dispose: nothing };
}

/** The output of `triptych synth` that a folder of a target is in, which is read as strictly if only that is named. */
function targetInOutput(
  folder: string,
  flags: ArchitectureFlags,
): { output: string; flags: ArchitectureFlags } | undefined {
  const [output, name] = [dirname(resolve(folder)), basename(resolve(folder))];
  const target = targets.find((one) => one === name);
  const isAsked = target !== undefined && flags.targets.every((one) => one === target);
  return isAsked && existsSync(join(output, manifestFile))
    ? { output, flags: { ...flags, targets: [target] } }
    : undefined;
}

function fromOutput(folder: string, flags: ArchitectureFlags): Omit<Artefacts, 'dispose' | 'isApp'> {
  const { manifest, placeOf } = openSynthesized(folder);
  const params = Object.entries(manifest.parameters).map(([name, value]) => `${name}=${value}`);
  const foreign = flags.params.filter((param) => !params.includes(param));
  if (foreign.length > 0)
    throw new UsageError(
      `--param ${foreign[0]}: contradicts ${manifestFile}; omit the flag, or run triptych synth again`,
    );
  const missing = flags.targets.filter((target) => !manifest.targets.includes(target));
  if (missing.length > 0)
    throw new UsageError(`--target ${missing[0]}: ${folder} contains only ${manifest.targets.join(', ')}`);
  const asked = flags.targets.length > 0 ? flags.targets : manifest.targets;
  return {
    places: asked.map((target) => ({
      target,
      folder: placeOf(target),
      withoutCode: manifest.withoutCode[target] ?? [],
    })),
    params,
    architecture: manifest.architecture,
  };
}

/** Runs the program of a Pulumi project and records its registrations. */
async function recordProject(project: string, target: Target, flags: ArchitectureFlags): Promise<Artefacts> {
  const { path: folder, remove: dispose } = temporaryFolder();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Pulumi's SDK is loaded where a project is run
  const { recordInto } = require('../synth/pulumi-project') as typeof import('../synth/pulumi-project');
  try {
    await recordInto(project, folder, 'dev');
  } catch (error) {
    dispose();
    throw temporaryFault(error, folder);
  }
  return { places: [{ target, folder }], params: flags.params, isApp: true, dispose };
}
