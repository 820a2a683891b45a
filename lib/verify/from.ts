import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { temporaryFault, temporaryFolder } from '../disk/temporary';
import { ArtefactError } from '../readback/error';
import { defaultEnvironment, partInNames, type ChosenEnvironment } from '../model/environment';
import type { ParameterValue } from '../model/parameters';
import { engineOf, targets, type Target } from '../model/target';
import { recoverFolder } from '../synth/beside';
import { manifestFile } from '../synth/manifest';
import { UnreadAnswerError } from '../synth/pulumi/other-stacks';
import { variableEnvironment } from '../settings/chosen';
import { OptionError } from './option-error';
import { openSynthesized } from './synthesized';
import { targetOf } from './target-of';

/** Artifacts in a folder, by target. */
export interface Artefacts {
  readonly places: readonly Place[];
  /** True for the output of a user's own app, which may contain other resources. */
  readonly isApp: boolean;
  /** The name of the architecture that they were rendered from. @default the stamp in the artifact has it */
  readonly architecture?: string;
  /** The environment that they were rendered for, `null` for none. @default the stamp in the artifact has it */
  readonly env?: string | null;
  /** The parameters that they were rendered with. @default nothing beside the artifacts has them */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Removes temporary files. */
  readonly dispose: () => void;
}

/** The artifacts of one target. */
export interface Place {
  readonly target: Target;
  readonly folder: string;
  /** The functions with empty archives. @default the stamp in the artifact decides */
  readonly withoutCode?: readonly string[];
}

/** Requested targets and parameters. */
export interface Asked {
  /** No target means all that are there. */
  readonly targets: readonly Target[];
  /** The values that were given, as text or as what they are. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The environment: of an app, only its architectures are compared. @default of an app, all of them */
  readonly env?: ChosenEnvironment | undefined;
  /** The stack of a Pulumi project. @default the environment */
  readonly stack?: string;
  /** Outputs of other stacks that a Pulumi program reads: `organization/project/stack.output`. @default none is known */
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * Finds the artifacts in a folder: those that `triptych synth` wrote there, or the output of a user's own app.
 * @throws OptionError if what was asked for contradicts the folder
 * @throws ArtefactError if there is no such folder
 */
export async function artefactsIn(folder: string, asked: Asked): Promise<Artefacts> {
  const nothing = () => undefined;
  recoverFolder(folder);
  if (!existsSync(folder)) throw new ArtefactError(folder, 'no such folder');
  if (existsSync(join(folder, manifestFile))) {
    refuse(asked, folder);
    return { ...fromOutput(folder, asked), isApp: false, dispose: nothing };
  }
  const inside = targetInOutput(folder, asked);
  if (inside) return { ...fromOutput(inside.output, inside.asked), isApp: false, dispose: nothing };
  const [only, ...others] = asked.targets;
  if (others.length > 0)
    throw new OptionError('target', `the output of an app has one target, got ${asked.targets.join(', ')}`);
  const isProject = existsSync(join(folder, 'Pulumi.yaml'));
  if (isProject && (only === undefined || engineOf(only) === 'pulumi')) return recordProject(folder, only, asked);
  const target = only ?? targetOf(folder);
  refuse(asked, folder);
  if (target === undefined) {
    const reason = `contains no artifacts of CDK, CDKTF or Pulumi and no ${manifestFile}; choose another folder, or a target`;
    throw new ArtefactError(folder, reason);
  }
  return { places: [{ target, folder }], isApp: true, dispose: nothing };
}

/** @throws OptionError for an option that has no effect on artifacts which are there already */
function refuse({ stack, answers }: Asked, folder: string): void {
  const reason = `only for the folder of a Pulumi project, and ${folder} has no Pulumi.yaml`;
  if (stack !== undefined)
    throw new OptionError('stack', `${stack}: ${reason}; --path chooses a stack of CDK or CDKTF`);
  const [answer] = Object.keys(answers ?? {});
  if (answer !== undefined) throw new OptionError('answer', `${answer}: ${reason}`);
}

/** The output of `triptych synth` that a folder of a target is in, which is read as strictly if only that is named. */
function targetInOutput(folder: string, asked: Asked): { output: string; asked: Asked } | undefined {
  const [output, name] = [dirname(resolve(folder)), basename(resolve(folder))];
  const target = targets.find((one) => one === name);
  const isAsked = target !== undefined && asked.targets.every((one) => one === target);
  return isAsked && existsSync(join(output, manifestFile))
    ? { output, asked: { ...asked, targets: [target] } }
    : undefined;
}

function fromOutput(folder: string, asked: Asked): Omit<Artefacts, 'dispose' | 'isApp'> {
  const { manifest, placeOf } = openSynthesized(folder);
  const { parameters } = manifest;
  const foreign = Object.entries(asked.parameters).find(
    ([name, value]) => !Object.hasOwn(parameters, name) || String(value) !== String(parameters[name]),
  );
  if (foreign !== undefined) {
    const [name, value] = foreign;
    const todo = 'omit the parameter, or run triptych synth again';
    throw new OptionError('param', `${name}=${String(value)}: contradicts ${manifestFile}; ${todo}`);
  }
  checkEnvironment(asked.env, manifest.env, folder);
  const missing = asked.targets.find((target) => !manifest.targets.includes(target));
  if (missing !== undefined)
    throw new OptionError('target', `${missing}: ${folder} contains only ${manifest.targets.join(', ')}`);
  const wanted = asked.targets.length > 0 ? asked.targets : manifest.targets;
  return {
    places: wanted.map((target) => ({
      target,
      folder: placeOf(target),
      withoutCode: manifest.withoutCode[target] ?? [],
    })),
    parameters,
    architecture: manifest.architecture,
    env: manifest.env,
  };
}

/**
 * @throws OptionError if the command names another environment than a folder has; ArtefactError if a variable does
 */
function checkEnvironment(asked: ChosenEnvironment | undefined, env: string | null, folder: string): void {
  if (asked === undefined || (partInNames(asked) ?? null) === env) return;
  const has = `${manifestFile} has ${env === null ? 'no environment' : `the environment ${env}`}`;
  if (asked.from === variableEnvironment().from)
    throw new ArtefactError(
      folder,
      `${asked.from} is ${asked.name}, and ${has}: unset it, or run triptych synth again`,
    );
  throw new OptionError('env', `${asked.name}: ${has}; omit the flag, or run triptych synth again`);
}

/** Runs the program of a Pulumi project and records its registrations. */
const recordProject = (project: string, target: Target | undefined, asked: Asked): Promise<Artefacts> =>
  recorded(target, async (folder) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- Pulumi's SDK is loaded where a project is run
    const { recordInto } = require('../synth/pulumi-project') as typeof import('../synth/pulumi-project');
    const stack = asked.stack ?? asked.env?.name ?? defaultEnvironment;
    await recordInto(project, folder, { stack, outputs: asked.answers ?? {} }).catch((error: unknown) => {
      throw error instanceof UnreadAnswerError ? new OptionError('answer', error.message) : error;
    });
  });

/**
 * The artifacts that `record` writes to a temporary folder.
 * @throws ArtefactError if no target is asked for, and they have no architecture
 */
export async function recorded(
  asked: Target | undefined,
  record: (folder: string) => Promise<void>,
): Promise<Artefacts> {
  const { path: folder, remove: dispose } = temporaryFolder();
  try {
    await record(folder);
    const target = asked ?? targetOf(folder);
    if (target === undefined) throw new ArtefactError('the program', 'registers no architecture');
    return { places: [{ target, folder }], isApp: true, dispose };
  } catch (error) {
    dispose();
    throw temporaryFault(error, folder);
  }
}
