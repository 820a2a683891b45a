import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtefactError } from '../readback/error';
import { engineOf, type Target } from '../model/target';
import { manifestFile, manifestIn, type Manifest } from '../synth/manifest';
import type { ArchitectureFlags } from './command';
import { UsageError } from './usage';

/** Artefacts that lie somewhere. */
export interface Artefacts {
  readonly places: readonly {
    readonly target: Target;
    readonly folder: string;
    /** The functions whose archives were left empty; absent: as the artefact says. */
    readonly withoutCode?: readonly string[];
  }[];
  /** Whether they are an app's own output, which may hold other things. */
  readonly isApp: boolean;
  /** The parameters for which they hold, as flags. */
  readonly params: readonly string[];
  /** Removes what was written to read them. */
  readonly dispose: () => void;
}

/**
 * The artefacts in a folder: what `triptych synth` wrote there, or an app's own output.
 * @throws UsageError if the flags say something else than the folder
 */
export async function artefactsIn(folder: string, flags: ArchitectureFlags): Promise<Artefacts> {
  const nothing = () => undefined;
  if (!existsSync(folder)) throw new ArtefactError(folder, 'no such folder');
  if (existsSync(join(folder, manifestFile))) return { ...fromManifest(folder, flags), isApp: false, dispose: nothing };
  const [target, ...others] = flags.targets;
  if (target === undefined || others.length > 0) {
    throw new UsageError(`--from: ${folder} holds no ${manifestFile}; an app's own output takes exactly one --target`);
  }
  if (engineOf(target) === 'pulumi' && existsSync(join(folder, 'Pulumi.yaml'))) return recorded(folder, target, flags);
  return { places: [{ target, folder }], params: flags.params, isApp: true, dispose: nothing };
}

function fromManifest(folder: string, flags: ArchitectureFlags): Omit<Artefacts, 'dispose' | 'isApp'> {
  const manifest = readManifest(folder);
  const params = Object.entries(manifest.parameters).map(([name, value]) => `${name}=${value}`);
  const foreign = flags.params.filter((param) => !params.includes(param));
  if (foreign.length > 0) throw new UsageError(`--param ${foreign[0]}: ${manifestFile} says otherwise, and counts`);
  const missing = flags.targets.filter((target) => !manifest.targets.includes(target));
  if (missing.length > 0)
    throw new UsageError(`--target ${missing[0]}: ${folder} holds ${manifest.targets.join(', ')}`);
  const asked = flags.targets.length > 0 ? flags.targets : manifest.targets;
  return {
    places: asked.map((target) => ({
      target,
      folder: join(folder, target),
      withoutCode: manifest.withoutCode[target] ?? [],
    })),
    params,
  };
}

/**
 * What `triptych.json` in a folder says.
 * @throws ArtefactError if it isn't one of ours
 */
export function readManifest(folder: string): Manifest {
  const manifest = manifestIn(folder);
  if (!manifest) throw new ArtefactError(join(folder, manifestFile), 'is not what triptych synth writes');
  return manifest;
}

/** Runs a Pulumi project's program against the recorder. */
async function recorded(project: string, target: Target, flags: ArchitectureFlags): Promise<Artefacts> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Pulumi's SDK is loaded where a project is run
  const { recordInto } = require('../synth/pulumi-project') as typeof import('../synth/pulumi-project');
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  try {
    await recordInto(project, folder, 'dev');
  } catch (error) {
    dispose();
    throw error;
  }
  return { places: [{ target, folder }], params: flags.params, isApp: true, dispose };
}
