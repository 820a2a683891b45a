import { recordInProcess, type InProcessOptions, type Program } from '../../../lib/synth/pulumi/in-process';
import type { RecordedResource, Recording } from '../../../lib/synth/pulumi/recording';

/** Records a program of the project `shop`, stack `dev`, whose files stay where they are. */
export function record(program: Program, options: Partial<InProcessOptions> = {}): Promise<Recording> {
  return recordInProcess(program, {
    project: 'shop',
    stack: 'dev',
    keepFile: (_, hash) => `assets/${hash}`,
    ...options,
  });
}

/** The one resource of a name. */
export function named(recording: Recording, name: string): RecordedResource {
  const found = recording.resources.filter((resource) => resource.name === name);
  if (found.length !== 1) throw new Error(`${found.length} resources are called ${name}`);
  return found[0]!;
}

/** A reference to an attribute of a resource. */
export function ref({ urn }: RecordedResource, ...path: string[]) {
  return { $ref: { urn, path } };
}
