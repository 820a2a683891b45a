import { isConstruct, synthesizeApp, type ConstructLike } from '../synth/app';
import { artefactsIn, recorded, type Artefacts, type Asked } from './from';
import { OptionError } from './option-error';
import { isRecorder, type RecordingMocks } from './recording-mocks';

/** A cloud assembly of CDK: the result of `app.synth()`. */
export interface AssemblyLike {
  readonly directory: string;
}

/**
 * Artifacts, in the forms that unit tests have them in:
 *
 * - a construct of CDK or CDKTF: the app, or a stack or construct in it
 * - a cloud assembly of CDK
 * - a folder: `cdk.out`, `cdktf.out`, a Pulumi project, or one that `triptych synth` wrote
 * - the mocks that recorded a Pulumi program
 */
export type Artifacts = string | ConstructLike | AssemblyLike | RecordingMocks;

/**
 * Finds the artifacts that a test has, or makes them.
 * @throws OptionError if they are of no known form
 */
export async function artefactsOf(artifacts: Artifacts, asked: Asked): Promise<Artefacts> {
  if (typeof artifacts === 'string') {
    if (artifacts.trimStart().startsWith('{')) throw new OptionError('artifacts', isText);
    return artefactsIn(artifacts, asked);
  }
  if (typeof artifacts !== 'object' || artifacts === null) throw new OptionError('artifacts', isUnknown);
  if (isRecorder(artifacts)) return recorded(asked.targets[0], (folder) => artifacts.writeTo(folder));
  if (isConstruct(artifacts)) {
    const made = synthesizeApp(artifacts);
    if (made === undefined) throw new OptionError('artifacts', hasNoApp);
    const { target, folder, dispose } = made;
    return { places: [{ target, folder }], isApp: true, dispose };
  }
  if ('directory' in artifacts && typeof artifacts.directory === 'string')
    return artefactsIn(artifacts.directory, { ...asked, targets: ['aws-cdk'] });
  throw new OptionError('artifacts', 'toJSON' in artifacts ? isTemplate : isUnknown);
}

/** The path of the construct that a test has, of which the architectures are compared; undefined for a whole app. */
export const pathIn = (artifacts: Artifacts): string | undefined =>
  typeof artifacts === 'object' && isConstruct(artifacts) && artifacts.node.path !== ''
    ? artifacts.node.path
    : undefined;

/** The place of artifacts in messages. */
export const placeOf = (artifacts: Artifacts): string => {
  if (typeof artifacts === 'string') return artifacts;
  if (isConstruct(artifacts)) return artifacts.node.path || 'the app';
  return 'directory' in artifacts ? artifacts.directory : 'the program';
};

const isUnknown = 'must be an app, a stack, a cloud assembly, a folder, or the mocks of recordingMocks()';
const isText =
  "must not be a stack's JSON: Testing.synth and Testing.synthScope leave the names of constructs out; pass the stack";
const isTemplate = 'must not be a Template, which has no code of functions; pass the stack that it was made from';
const hasNoApp = 'must be in an app: create the stack below an App, a Stage, or Testing.app()';
