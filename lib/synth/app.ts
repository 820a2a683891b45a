import type { Target } from '../model/target';
import { temporaryFolder } from '../disk/temporary';

/** A construct of CDK or CDKTF, as far as it says to which app it belongs. */
export interface ConstructLike {
  readonly node: { readonly path: string; readonly root: object };
}

/** The artifacts of a user's own app. */
export interface AppArtifacts {
  readonly target: Target;
  readonly folder: string;
  /** Removes temporary files. */
  readonly dispose: () => void;
}

/** Tests that a value is a construct. */
export const isConstruct = (value: object): value is ConstructLike =>
  'node' in value && typeof value.node === 'object' && value.node !== null && 'root' in value.node;

/**
 * Runs the synthesis of the app that a construct belongs to; undefined if the root of its tree is neither an app nor a
 * stage. CDK writes to the app's own folder, which is a temporary one in tests. CDKTF writes to a temporary folder, and
 * leaves the app's own alone.
 */
export function synthesizeApp({ node: { root } }: ConstructLike): AppArtifacts | undefined {
  if (isCdktfApp(root)) {
    const { path: folder, remove: dispose } = temporaryFolder();
    try {
      (require('./gcp-cdktf-app') as typeof import('./gcp-cdktf-app')).synthesizeInto(root as never, folder);
    } catch (error) {
      dispose();
      throw error;
    }
    return { target: 'gcp-cdktf', folder, dispose };
  }
  if (!isCdkStage(root)) return undefined;
  return { target: 'aws-cdk', folder: root.synth().directory, dispose: () => undefined };
}

/** The mark of `App.isApp` in `lib/app` of cdktf. */
const isCdktfApp = (root: object): boolean => Symbol.for('cdktf/App') in root;

/** A stage, which an app is, too: only these have an assembly. */
const isCdkStage = (root: object): root is { synth(): { readonly directory: string } } =>
  'synth' in root && typeof root.synth === 'function' && 'assetOutdir' in root;
