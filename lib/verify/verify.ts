import { join } from 'node:path';
import { temporaryFault, temporaryFolder } from '../disk/temporary';
import { report, type Reading, type Report } from '../equivalence/report';
import type { ParameterSource } from '../model/parameters';
import type { Resolved } from '../model/resolve';
import type { Target } from '../model/target';
import { ArtefactError } from '../readback/error';
import type { Found } from '../readback/found';
import { knownEnvironment } from '../settings/chosen';
import { mapSource } from '../settings/flags';
import { manifestFile } from '../synth/manifest';
import { synthesize } from '../synth/synthesize';
import { artefactsIn, type Artefacts, type Asked } from './from';
import { openArchitecture, type LoadGiven } from './open';
import { verifyApp } from './app';
import { OptionError } from './option-error';
import { readAll } from './read-all';

/** A comparison, and the architecture that it is about. */
export interface Verified {
  readonly resolved: Resolved;
  readonly readings: readonly Reading[];
  readonly compared: Report;
  /** By target, the functions whose archives were left empty. */
  readonly withoutCode: Readonly<Partial<Record<Target, readonly string[]>>>;
  /** The architectures of an app that weren't compared. @default all were */
  readonly others?: readonly Found[];
}

/** A request to compare an architecture with artifacts. */
export interface Request extends Asked {
  /** The architecture, or its file. @default the one that an app stored beside its artifacts */
  readonly architecture?: string | object;
  /** Loads the architecture. @default a file relative to the working folder, or an object */
  readonly load?: LoadGiven;
  /** The source of `parameters`, which knows what to call them. */
  readonly source: ParameterSource;
  /** The place of the architecture in an app. @default anywhere */
  readonly path?: string;
}

/** A request to render an architecture, and compare it with the result. */
export type FreshRequest = Request & Required<Pick<Request, 'architecture'>>;

/** Options for rendering an architecture and comparing the result. */
export interface FreshOptions {
  readonly withoutCode: boolean;
  /** Called as each step begins. */
  readonly progress?: (step: string) => void;
  /** Called before the folder with the artifacts is deleted. */
  readonly inspect?: (readings: readonly Reading[], folder: string) => void;
}

/**
 * Renders an architecture into a temporary folder, reads the artifacts back, and compares them with the model.
 * @throws ArchitectureError with every problem
 */
export async function verifyFresh(
  { architecture, source, targets, env }: FreshRequest,
  { withoutCode, progress, inspect }: FreshOptions,
): Promise<Verified> {
  const resolved = openArchitecture(architecture, [source], { targets, env });
  const { path: folder, remove } = temporaryFolder();
  try {
    const manifest = await synthesize(resolved, folder, {
      architecture,
      withoutCode,
      progress: (target) => progress?.(`rendering ${target}`),
    });
    progress?.('reading back');
    const places = manifest.targets.map((target) => ({
      target,
      folder: join(folder, target),
      withoutCode: manifest.withoutCode[target] ?? [],
    }));
    const readings = readAll(resolved, places);
    inspect?.(readings, folder);
    return { resolved, readings, compared: report(readings), withoutCode: manifest.withoutCode };
  } catch (error) {
    throw temporaryFault(error, folder);
  } finally {
    remove();
  }
}

/**
 * Reads the artifacts in a folder, and compares them with an architecture.
 * @throws OptionError if what was asked for contradicts the folder
 * @throws ArtefactError if the artifacts can't be read, or were rendered from another architecture
 */
export const verifyFrom = async (from: string, request: Request): Promise<Verified> =>
  verifyArtefacts(await artefactsIn(from, request), request, from);

/**
 * Compares artifacts with an architecture, and disposes of them.
 * @throws ArtefactError if they can't be read, or were rendered from another architecture
 */
export async function verifyArtefacts(artefacts: Artefacts, request: Request, from: string): Promise<Verified> {
  try {
    const [place] = artefacts.places;
    if (artefacts.isApp && place) return verifyApp(from, place, request);
    if (request.path !== undefined) throw new OptionError('path', `${request.path}: ${from} is no output of an app`);
    if (request.architecture === undefined)
      throw new OptionError('from', `${from} was written by triptych synth; name the FILE that it was made from`);
    const { architecture, parameters } = artefacts;
    const source = parameters === undefined ? request.source : manifestSource(parameters);
    const resolved = openArchitecture(request.architecture, [source], {
      ...(request.load && { load: request.load }),
      env: knownEnvironment(artefacts.env, manifestFile),
      targets: artefacts.places.map(({ target }) => target),
    });
    const { name } = resolved.architecture;
    if (architecture !== undefined && architecture !== name) {
      const where = typeof request.architecture === 'string' ? ` in ${request.architecture}` : '';
      const reason = `architecture: must be ${name}, the name${where}, got ${architecture}`;
      throw new ArtefactError(join(from, manifestFile), reason);
    }
    const readings = readAll(resolved, artefacts.places);
    return { resolved, readings, compared: report(readings), withoutCode: {} };
  } finally {
    artefacts.dispose();
  }
}

const manifestSource = (parameters: Readonly<Record<string, unknown>>): ParameterSource =>
  mapSource(manifestFile, new Map(Object.entries(parameters)), (name) => `parameters.${name} in ${manifestFile}`);
