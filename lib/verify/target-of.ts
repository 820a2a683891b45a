import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { targets, type Cloud, type Target } from '../model/target';
import { readDocument } from '../readback/document';

/** The files by which each target's artifacts are recognized. */
const isMadeBy: Readonly<Record<Target, (folder: string) => boolean>> = {
  'aws-cdk': (folder) => existsSync(join(folder, 'manifest.json')) && !existsSync(join(folder, 'stacks')),
  'gcp-cdktf': (folder) => existsSync(join(folder, 'stacks')),
  'aws-pulumi': (folder) => holdsRecordingOf('aws', folder),
  'gcp-pulumi': (folder) => holdsRecordingOf('gcp', folder),
};

function holdsRecordingOf(cloud: Cloud, folder: string): boolean {
  const recording = join(folder, 'resources.json');
  if (!existsSync(recording)) return false;
  return JSON.stringify(readDocument(recording)).includes(`"triptych:${cloud}:ServerlessArchitecture"`);
}

/** The target whose artifacts a folder holds; undefined if it holds none. */
export const targetOf = (folder: string): Target | undefined => targets.find((target) => isMadeBy[target](folder));
