import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FolderError } from './folder-error';

/** What Terraform keeps beside a stack: what it has deployed, and what it has installed for that. */
const isTerraforms = (name: string): boolean => /\.tfstate(?:\..+)?$/.test(name) || /^\.terraform(?:\.|$)/.test(name);

/**
 * Takes what Terraform keeps beside its stacks from the old artefacts over into the new ones.
 * @throws FolderError if a stack that has been deployed from there has no place any more
 */
export function carryState(old: string, fresh: string, shown: string): void {
  const stacks = join('gcp-cdktf', 'stacks');
  if (!existsSync(join(old, stacks))) return;
  for (const stack of readdirSync(join(old, stacks))) {
    const kept = readdirSync(join(old, stacks, stack)).filter(isTerraforms);
    const place = join(fresh, stacks, stack);
    if (!existsSync(place)) refuse(kept, shown, relative(old, join(old, stacks, stack)));
    else for (const name of kept) cpSync(join(old, stacks, stack, name), join(place, name), { recursive: true });
  }
}

/** What is only installed can be installed again. */
function refuse(kept: readonly string[], shown: string, stack: string): void {
  const state = kept.find((name) => name.includes('.tfstate'));
  if (state === undefined) return;
  throw new FolderError(
    shown,
    `holds ${join(stack, state)}, what Terraform has deployed: choose another folder, or move it`,
  );
}
