import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOf } from '../cloud/archives';
import { namingOf, stackName } from '../cloud/name';
import type { Resolved } from '../model/resolve';
import { cloudOf, targetSpecs, type Target } from '../model/target';
import { refusedBy } from '../render/engine-error';
import { withoutEngineVariables } from './engine-variables';
import { manifestFile, type Manifest } from './manifest';
import type { SynthRequest } from './request';

/** Options for rendering an architecture. */
export interface SynthesisOptions {
  /** The file or object from which the architecture was loaded. */
  readonly architecture: string | object;
  readonly withoutCode: boolean;
  /** Called as each target begins. */
  readonly progress?: (target: Target) => void;
}

const renderers: Readonly<Record<Target, (request: SynthRequest) => void | Promise<void>>> = {
  'aws-cdk': (request) => (require('./aws-cdk') as typeof import('./aws-cdk')).synthesize(request),
  'gcp-cdktf': (request) => (require('./gcp-cdktf') as typeof import('./gcp-cdktf')).synthesize(request),
  'aws-pulumi': (request) => (require('./pulumi') as typeof import('./pulumi')).synthesize('aws', request),
  'gcp-pulumi': (request) => (require('./pulumi') as typeof import('./pulumi')).synthesize('gcp', request),
};

/**
 * Renders an architecture on its targets into an empty folder: a folder for each, and `triptych.json`.
 * @throws ArchitectureError if code isn't there, and may not be left out, or an engine refuses something
 */
export async function synthesize(resolved: Resolved, folder: string, options: SynthesisOptions): Promise<Manifest> {
  const { architecture, env, parameters } = resolved;
  const empty = new Map(architecture.targets.map((target) => [target, emptyOn(resolved, target, options)] as const));
  const ownTexts = JSON.stringify([architecture, parameters]);
  for (const target of architecture.targets) {
    options.progress?.(target);
    const place = join(folder, target);
    mkdirSync(place);
    const { architecture: written, withoutCode } = options;
    const render = rendererOf(target);
    try {
      const stack = stackName(namingOf(architecture.name, env));
      const named = { name: architecture.name, stack, ...(env !== undefined && { env }) };
      const request = { architecture: written, ...named, parameters, withoutCode, ownTexts };
      // Some variables are read while an engine is loaded.
      await withoutEngineVariables(() => render({ ...request, folder: place }));
    } catch (error) {
      throw refusedBy(target, error);
    }
  }
  const manifest: Manifest = {
    version: 1,
    architecture: architecture.name,
    // Sorted, so that the order of declarations doesn't matter.
    parameters: Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
    env: env ?? null,
    targets: architecture.targets,
    withoutCode: Object.fromEntries([...empty].filter(([, functions]) => functions.length > 0)),
  };
  writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * The function that renders a target. Engines are optional packages, so each is loaded only when it is used.
 * @throws EngineError if the engine isn't installed
 */
function rendererOf(target: Target): (request: SynthRequest) => void | Promise<void> {
  const { packages } = targetSpecs[target];
  for (const name of packages) {
    try {
      require.resolve(`${name}/package.json`);
    } catch {
      throw new EngineError(target, packages);
    }
  }
  return renderers[target];
}

/** An engine that isn't there. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(target: Target, needs: readonly string[]) {
    super(`${target}: its engine isn't installed here (npm install ${needs.join(' ')}, or choose another --target)`);
  }
}

/** The functions whose archives are left empty. All code is looked at before the first engine is loaded. */
function emptyOn(resolved: Resolved, target: Target, { withoutCode }: SynthesisOptions): string[] {
  const { archives } = archivesOf(resolved, cloudOf(target), withoutCode);
  return Object.keys(archives).filter((name) => archives[name]!.empty);
}
