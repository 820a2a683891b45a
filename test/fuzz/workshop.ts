import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { zip } from '../../lib/archive/zip';
import { check } from '../../lib/cloud/check';
import { compare } from '../../lib/equivalence/compare';
import type { Difference } from '../../lib/equivalence/difference';
import { expectCode } from '../../lib/facts/code';
import { expectFacts } from '../../lib/facts/expect';
import { defineArchitecture } from '../../lib/model/define';
import { load } from '../../lib/model/load';
import type { ParameterValue } from '../../lib/model/parameters';
import { resolve, type Resolved } from '../../lib/model/resolve';
import { cloudOf, type Target } from '../../lib/model/target';
import { readFacts } from '../../lib/readback/read';
import { propSource } from '../../lib/settings/flags';
import { synthesize } from '../../lib/synth/synthesize';

type Tree = Readonly<Record<string, unknown>>;

/** The ways in which an architecture can be written. */
export const forms = ['yaml', 'json', 'object'] as const;
export type Form = (typeof forms)[number];

/** Files of which every runtime finds, on each cloud, what it takes for built code. */
const code: Readonly<Record<string, string>> = {
  'index.js': 'exports.handler = async () => undefined;\n',
  'src/index.js': 'exports.handler = async () => undefined;\n',
  'main.py': 'def handler(event, context): pass\n',
  'src/main.py': 'def handler(event, context): pass\n',
  bootstrap: '#!/bin/sh\n',
  'go.mod': 'module example.com/code\n',
  'function.go': 'package code\n',
  'lib/code.jar': '',
  'pom.xml': '<project/>\n',
  'App.dll': '',
  'App.runtimeconfig.json': '{}\n',
  'App.csproj': '<Project/>\n',
  'app.rb': '',
  'src/app.rb': '',
  Gemfile: '',
};

/** What was rendered on one target, and what should have been. */
export interface Rendered {
  /** Every file, by its path. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly differences: readonly Difference[];
}

/** A folder with code in it, in which architectures are written and rendered. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'triptych-'));

  constructor() {
    for (const place of ['code', 'other code'])
      for (const [file, content] of Object.entries(code)) this.write(join(place, file), content + place);
    mkdirSync(join(this.folder, 'nested'));
    const entries = Object.entries(code).map(([path, content]) => ({
      path,
      executable: path === 'bootstrap',
      bytes: Buffer.from(content),
    }));
    writeFileSync(join(this.folder, 'built.zip'), zip(entries));
  }

  /** Writes an architecture, and tells what `load` takes. Of an object, code is relative to the working folder. */
  write(file: string, content: string): string {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** What `load` takes of an architecture in one of its forms. */
  stage(tree: Tree, form: Form): string | object {
    if (form === 'object') return defineArchitecture(tree as never);
    const content = form === 'yaml' ? toYaml(tree) : JSON.stringify(tree, null, 1);
    return this.write(`architecture.${form}`, content);
  }

  /** @throws ArchitectureError if it is wrong, or refused */
  resolve(
    staged: string | object,
    parameters: Readonly<Record<string, ParameterValue>>,
    targets?: readonly Target[],
    env?: string,
  ): Resolved {
    const chosen = env === undefined ? {} : { env: { name: env, from: 'fuzz', needsOverlay: false } };
    const source = { ...load(staged, chosen), directory: this.folder };
    return resolve(source, [propSource(parameters)], { ...(targets && { targets, checks: check }) });
  }

  /**
   * Renders an architecture on one target, and reads it back.
   * @throws ArchitectureError if it is wrong, or refused there
   */
  async render(
    staged: string | object,
    parameters: Readonly<Record<string, ParameterValue>>,
    target: Target,
    withoutCode: boolean,
    env?: string,
  ): Promise<Rendered> {
    const resolved = this.resolve(staged, parameters, [target], env);
    const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
    try {
      const manifest = await this.inside(() => synthesize(resolved, folder, { architecture: staged, withoutCode }));
      const { architecture } = resolved;
      const left = manifest.withoutCode[target] ?? [];
      const naming = { architecture: architecture.name, ...(env !== undefined && { env }) };
      const expectation = { architecture, naming, code: expectCode(resolved, cloudOf(target), left) };
      const actual = readFacts(join(folder, target), target);
      const differences = compare(target, expectFacts(expectation, target, left), actual);
      return { files: new Map(filesIn(folder, folder)), differences };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs something with this folder for its working folder, and without the stack traces that Pulumi keeps. */
  private async inside<T>(run: () => Promise<T>): Promise<T> {
    const { stackTraceLimit } = Error;
    const before = process.cwd();
    Error.stackTraceLimit = 0;
    process.chdir(this.folder);
    try {
      return await run();
    } finally {
      process.chdir(before);
      Error.stackTraceLimit = stackTraceLimit;
    }
  }
}

/** An architecture as YAML. */
export const toYaml = (tree: Tree): string => stringify(tree, { lineWidth: 0, aliasDuplicateObjects: false });

function* filesIn(folder: string, root: string): Generator<readonly [string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, root);
    else yield [relative(root, path), readFileSync(path)];
  }
}
