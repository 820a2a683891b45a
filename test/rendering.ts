import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { check } from '../lib/cloud/check';
import { compare } from '../lib/equivalence/compare';
import type { Difference } from '../lib/equivalence/difference';
import { expectCode } from '../lib/facts/code';
import { expectFacts } from '../lib/facts/expect';
import type { Facts } from '../lib/facts/facts';
import { load } from '../lib/model/load';
import type { ParameterValue } from '../lib/model/parameters';
import { resolve, type Resolved } from '../lib/model/resolve';
import { cloudOf, type Target } from '../lib/model/target';
import { readFacts } from '../lib/readback/read';
import { propSource } from '../lib/settings/flags';
import { synthesize } from '../lib/synth/synthesize';

/** An architecture as people write it, and the values of its parameters. */
export interface Written {
  readonly text: string;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** The environment. The overlay beside it may be written, too. */
  readonly env?: string;
  readonly overlay?: string;
  /** Archives beside it, by name, for code that isn't a folder with something small. */
  readonly archives?: Readonly<Record<string, Uint8Array>>;
}

/** What was rendered on one target, and what should have been. */
export interface Rendering {
  readonly target: Target;
  /** The target's own folder. */
  readonly folder: string;
  readonly resolved: Resolved;
  readonly expected: Facts;
}

/** Files of which every runtime finds, on each cloud, what it takes for built code. */
const everyLanguage = (folder: string): Readonly<Record<string, string>> => ({
  'index.js': `exports.handler = async () => ${JSON.stringify(folder)};\n`,
  'package.json': '{}\n',
  'lambda.js': 'exports.handler = async () => undefined;\n',
  'main.py': 'def handler(request): pass\n',
  'lambda_function.py': 'def handler(event, context): pass\n',
  bootstrap: '#!/bin/sh\n',
  'go.mod': 'module example.com/code\n',
  'function.go': 'package code\n',
  'lib/code.jar': '',
  'pom.xml': '<project/>\n',
  'Counter.Lambda.dll': '',
  'Counter.Lambda.runtimeconfig.json': '{}\n',
  'Counter.csproj': '<Project/>\n',
  'index.rb': '',
  'app.rb': '',
  Gemfile: '',
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests of a file are. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
  folders.push(folder);
  return folder;
}

/** Writes an architecture into a folder of its own, with something small in place of all code that it names. */
export function stage({ text, archives = {}, env, overlay }: Written): string {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(archives)) writeFileSync(join(folder, name), bytes);
  const { functions = {} } = parse(text) as { functions?: Record<string, { code: string | Record<string, string> }> };
  const codes = Object.values(functions).flatMap(({ code }) => Object.values(code === String(code) ? [code] : code));
  for (const name of codes.filter((code) => !Object.hasOwn(archives, code)))
    for (const [file, content] of Object.entries(everyLanguage(name))) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  const file = join(folder, 'architecture.yaml');
  writeFileSync(file, text);
  if (overlay !== undefined) writeFileSync(join(folder, `architecture.${env}.yaml`), overlay);
  return file;
}

/**
 * Renders an architecture on one target.
 * @throws ArchitectureError if it is wrong, or refused there
 */
export async function render(written: Written, target: Target): Promise<Rendering> {
  const file = stage(written);
  const { env } = written;
  const source = load(file, env === undefined ? {} : { env: { name: env, from: 'test', needsOverlay: false } });
  const resolved = resolve(source, [propSource(written.parameters)], { targets: [target], checks: check });
  const folder = temporaryFolder();
  const { withoutCode } = await withoutTraces(() =>
    synthesize(resolved, folder, { architecture: file, withoutCode: false }),
  );
  const { architecture } = resolved;
  const left = withoutCode[target] ?? [];
  const expectation = {
    architecture,
    naming: { architecture: architecture.name, ...(env !== undefined && { env }) },
    code: expectCode(resolved, cloudOf(target), left),
  };
  return { target, folder: join(folder, target), resolved, expected: expectFacts(expectation, target, left) };
}

/** Pulumi keeps a stack trace for each promise that it makes, which Jest maps to its sources: most of the time. */
async function withoutTraces<T>(run: () => Promise<T>): Promise<T> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Where what lies in a rendering's folder, read back, isn't what the architecture promises. */
export const differencesIn = ({ target, folder, expected }: Rendering): Difference[] =>
  compare(target, expected, readFacts(folder, target));

/** Differences a line each. */
export const linesOf = (differences: readonly Difference[]): string[] =>
  differences.map(({ path, expected, actual }) => `${path}: ${JSON.stringify(expected)} → ${JSON.stringify(actual)}`);
