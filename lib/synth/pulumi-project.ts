import { recordProject } from './pulumi/host';
import { keepIn, writeRecording } from './recording-file';

/** Runs a Pulumi project's own program against the recorder, and writes what it registers, and its archives. */
export async function recordInto(project: string, folder: string, stack: string): Promise<void> {
  writeRecording(folder, await recordProject(project, { stack, keepFile: keepIn(folder) }));
}
