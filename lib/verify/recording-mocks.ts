/**
 * Mocks for `pulumi.runtime.setMocks` that record a program, for `verify`. While they are set, a text is a reference to a
 * value of a deployment: tests of values need mocks of their own, in another file.
 */
export interface RecordingMocks {
  /** Called by Pulumi's SDK. */
  newResource(args: object): { id: string; state: Record<string, unknown> };
  /** Called by Pulumi's SDK: answers a question with references to the answer. */
  call(args: { token: string; inputs: object; provider?: string }): Promise<Record<string, unknown>>;
  /** Waits for the program, and writes what it registered as `resources.json`, with its archives. */
  writeTo(folder: string): Promise<void>;
}

/**
 * Makes mocks that record what a Pulumi program registers:
 *
 * ```ts
 * const mocks = recordingMocks();
 * pulumi.runtime.setMocks(mocks, 'shop', 'dev', true);
 * await import('../index');
 * (await verify(mocks)).assertEquivalent();
 * ```
 */
export function recordingMocks(): RecordingMocks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who tests Pulumi programs loads Pulumi's SDK
  const { MockRecorder } = require('../synth/pulumi/mocks') as typeof import('../synth/pulumi/mocks');
  return new MockRecorder();
}

/** Tests that artifacts are mocks that record. */
export const isRecorder = (value: object): value is RecordingMocks => 'newResource' in value && 'writeTo' in value;
