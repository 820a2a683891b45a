import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cloudOf, engineOf, targets, type Target } from '../model/target';
import { readDocument } from '../readback/document';

/** The target whose artifacts a folder holds; undefined if it holds none. */
export function targetOf(folder: string): Target | undefined {
  if (existsSync(join(folder, 'stacks'))) return 'gcp-cdktf';
  if (existsSync(join(folder, 'manifest.json'))) return 'aws-cdk';
  const recording = join(folder, 'resources.json');
  if (!existsSync(recording)) return undefined;
  const text = JSON.stringify(readDocument(recording));
  return targets.find(
    (target) => engineOf(target) === 'pulumi' && text.includes(`"triptych:${cloudOf(target)}:ServerlessArchitecture"`),
  );
}
