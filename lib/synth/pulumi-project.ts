import '../render/pulumi-installed';
import { wordsFor } from '../disk/fault';
import { recordProject } from './pulumi/host';
import { UnreadAnswerError } from './pulumi/other-stacks';
import { requireStack } from './pulumi/project';
import { keepIn, writeRecording } from './recording-file';

/** A Pulumi project whose program fails, or registers what can't be recorded. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';

  constructor(project: string, { message }: Error) {
    // The program's own words may have several lines.
    const lines = message.trim().split(/\r?\n/);
    super(`${project}: its program can't be recorded: ${lines.join('\n  ')}`);
  }
}

/** The stack that a program is run for. */
export interface Stack {
  /** Its name, which decides the file with its configuration. */
  readonly stack: string;
  /** The outputs of other stacks that are known, by `organization/project/stack.output`. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs a Pulumi project's own program against the recorder, and writes what it registers, and its archives.
 * @throws ProgramError if it fails; UnreadAnswerError for an output that it doesn't read
 */
export async function recordInto(project: string, folder: string, { stack, outputs }: Stack): Promise<void> {
  try {
    // A project that was just created has no configuration for its first stack.
    if (stack !== 'dev') requireStack(project, stack);
    writeRecording(folder, await recordProject(project, { stack, outputs, keepFile: keepIn(folder) }));
  } catch (error) {
    if (error instanceof UnreadAnswerError || wordsFor(error) !== undefined || !(error instanceof Error)) throw error;
    throw Object.assign(new ProgramError(project, error), { cause: error });
  }
}
