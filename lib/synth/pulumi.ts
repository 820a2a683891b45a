import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchitectureSpec } from '../model/architecture';
import type { Cloud } from '../model/target';
import { ServerlessArchitecture } from '../target/pulumi';
import { recordInProcess } from './pulumi/in-process';
import type { SynthRequest } from './request';

/** Writes what a program with nothing but the architecture registers, as `resources.json`, and its archives. */
export async function synthesize(
  cloud: Cloud,
  { architecture, name, parameters, withoutCode, folder }: SynthRequest,
): Promise<void> {
  const program = () => {
    const made = new ServerlessArchitecture(name, {
      cloud,
      architecture: architecture as string | ArchitectureSpec,
      parameters,
      withoutCode,
    });
    return { ...made.outputs };
  };
  const recording = await recordInProcess(program, { project: name, stack: 'dev', keepFile: keepIn(folder) });
  writeFileSync(join(folder, 'resources.json'), `${JSON.stringify(recording, null, 2)}\n`);
}

/** Copies a program's file into the artefacts, under its content's name. */
function keepIn(folder: string): (file: string) => string {
  return (file) => {
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const kept = `assets/${sha256}.zip`;
    mkdirSync(join(folder, 'assets'), { recursive: true });
    copyFileSync(file, join(folder, kept));
    return kept;
  };
}
