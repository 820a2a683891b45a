import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const root = join(__dirname, '../..');

/** How a command ended, and what it said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * What a command may know: nothing of the machine's own accounts, projects and settings, nor that nobody looks on. In CI
 * the engines' command lines speak on another stream, and in other words.
 */
export function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:CI$|(?:TRIPTYCH|AWS|CDK|GOOGLE|CDKTF|TF|PULUMI|NODE)_)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    CDK_VALIDATION: 'false',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CHECKPOINT_DISABLE: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    TF_CLI_CONFIG_FILE: '/dev/null',
    ...own,
  };
}

/** Runs a command as people do, by default in the project's folder. */
export function run(
  [file, ...args]: readonly [string, ...string[]],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return new Promise((ended, failed) => {
    const child = spawn(file, args, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', failed).on('close', (code) => ended({ code, out, err }));
  });
}

/** A command of the installed packages. */
export const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** Runs a program in TypeScript with plain Node, wherever it stands. */
export const node = (program: string, options: Parameters<typeof run>[1] = {}, ...args: string[]): Promise<Ran> =>
  run([process.execPath, '--import', join(root, 'node_modules/tsx/dist/loader.mjs'), program, ...args], options);

export const triptych = (...args: string[]): Promise<Ran> => node(join(root, 'bin/triptych.ts'), {}, ...args);

/** The contents of a folder's files, by their paths in it. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'latin1')]));
}

/** The contents of a folder's files, without the architectures that an app stores beside its artifacts. */
export const artifactsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(filesIn(folder)).filter(([name]) => !name.endsWith('.architecture.json')));

/** What of a machine, or of CDK's stand-ins, a folder's files hold. */
export function tracesIn(folder: string): string[] {
  const foreign = [root, homedir(), tmpdir(), 'vpc-12345'];
  const texts = Object.entries(artifactsIn(folder)).filter(([name]) => !name.endsWith('.zip'));
  return texts.flatMap(([name, text]) =>
    foreign.filter((trace) => text.includes(trace)).map((trace) => `${name}: ${trace}`),
  );
}

/** What a file in JSON holds. */
export const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;
