import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { engineOf, targets, type Engine } from '../model/target';
import { FolderError } from './folder-error';

/** The folder in which an engine's command line keeps its state; undefined: it keeps none beside artifacts. */
const stateFolders: Readonly<Record<Engine, string | undefined>> = {
  cdk: undefined,
  cdktf: 'stacks',
  pulumi: undefined,
};

/** Terraform's own files beside a stack: its state, and the providers it has installed. */
const isTerraforms = (name: string): boolean => /\.tfstate(?:\..+)?$/.test(name) || /^\.terraform(?:\.|$)/.test(name);

/**
 * Copies Terraform's own files from the old artifacts into the new ones.
 * @throws FolderError if the new artifacts lack a stack that was deployed from the old ones
 */
export function carryState(old: string, fresh: string, shown: string): void {
  for (const target of targets) {
    const folder = stateFolders[engineOf(target)];
    if (folder !== undefined) carryStacks(old, fresh, join(target, folder), shown);
  }
}

function carryStacks(old: string, fresh: string, stacks: string, shown: string): void {
  if (!existsSync(join(old, stacks))) return;
  for (const stack of readdirSync(join(old, stacks))) {
    const kept = readdirSync(join(old, stacks, stack)).filter(isTerraforms);
    const place = join(fresh, stacks, stack);
    if (!existsSync(place)) refuse(kept, shown, relative(old, join(old, stacks, stack)));
    else for (const name of kept) cpSync(join(old, stacks, stack, name), join(place, name), { recursive: true });
  }
}

/** Refuses to lose state. Installed providers can be installed again. */
function refuse(kept: readonly string[], shown: string, stack: string): void {
  const state = kept.find((name) => name.includes('.tfstate'));
  if (state === undefined) return;
  throw new FolderError(
    shown,
    `holds ${join(stack, state)}, the state of a Terraform deployment: choose another folder, or move that file`,
  );
}
