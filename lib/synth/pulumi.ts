import { defaultEnvironment } from '../model/environment';
import type { Cloud } from '../model/target';
import type { Given } from '../render/prepare';
import { ServerlessArchitecture } from '../render/pulumi';
import { recordInProcess } from './pulumi/in-process';
import { keepIn, writeRecording } from './recording-file';
import type { SynthRequest } from './request';

/** Writes the registrations of a program with only the architecture as `resources.json`, and its archives. */
export async function synthesize(
  cloud: Cloud,
  { architecture, name, env = defaultEnvironment, stack, parameters, withoutCode, ownTexts, folder }: SynthRequest,
): Promise<void> {
  const program = () => {
    const made = new ServerlessArchitecture(stack, {
      cloud,
      env,
      architecture: architecture as Given,
      parameters,
      withoutCode,
    });
    return { ...made.outputs };
  };
  const options = { project: name, stack: env, keepFile: keepIn(folder), ownTexts };
  const recording = await recordInProcess(program, options);
  writeRecording(folder, recording);
}
