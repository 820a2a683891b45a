import type { Answer } from './answer';
import type { KeepFile } from './asset';
import type { Markers } from './marker';

/** Options for recording a program, in this process or by Pulumi's language host. */
export interface ProgramOptions {
  readonly stack: string;
  /**
   * The program's configuration, by full key (`shop:size`).
   * @default none; of a project folder, what its own files say
   */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Configuration that is recorded as a reference, whatever its value.
   * @default where a program goes: `aws:region`, `gcp:project`, `gcp:region`
   */
  readonly references?: readonly string[];
  readonly keepFile: KeepFile;
  /**
   * Answers to invokes, by token, where those that the SDK's declarations give aren't enough.
   * @default none
   */
  readonly answers?: Readonly<Record<string, Answer>>;
  /**
   * Outputs of other stacks, by `organization/project/stack.output`.
   * @default none is known, and each is recorded as a reference
   */
  readonly outputs?: Readonly<Record<string, string>>;
  /**
   * The timeout of the program, in seconds.
   * @default 120
   */
  readonly timeoutSeconds?: number;
}

/** The default timeout of a program, in seconds. */
export const defaultTimeoutSeconds = 120;

/** Configuration that says where a program is deployed. It is recorded as references, not as values. */
const defaultReferences = ['aws:region', 'gcp:project', 'gcp:region'];

/** The configuration that is recorded as references, each key with its marker. */
export function referencedConfig(
  markers: Markers,
  { references = defaultReferences }: Pick<ProgramOptions, 'references'>,
): Record<string, string> {
  return Object.fromEntries(references.map((key) => [key, markers.mark({ config: key, path: [] })]));
}
