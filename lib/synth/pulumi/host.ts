import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { atEnd } from '../../disk/ending';
import { Engine, plainText } from './engine';
import { Monitor } from './monitor';
import { defaultTimeoutSeconds, referencedConfig, type ProgramOptions } from './program';
import { preloadFile } from './preload-file';
import { readProject, type Project } from './project';
import type { Recording } from './recording';
import { serve } from './server';

/** Options for recording a project's own program. */
export interface ProjectOptions extends ProgramOptions {
  /**
   * Environment variables for the program, beside those of this process.
   * @default none
   */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs the program of a Pulumi project as Pulumi does, in a process of its own with Pulumi's host for Node, deploys
 * nothing, and returns what it registered. Configuration comes from the project's files, and `config` over it.
 *
 * @throws Error with the program's own message if it fails, or with every value that can't be recorded; UnreadAnswerError
 */
export async function recordProject(folder: string, options: ProjectOptions): Promise<Recording> {
  const doubted: string[] = [];
  try {
    return await recordOnce(folder, options, doubted);
  } catch (error) {
    if (doubted.length === 0) throw error;
    // A text of the program's own may look like a changed marker. Other markers tell.
    return recordOnce(folder, options, [], doubted.join('\n'));
  }
}

async function recordOnce(
  folder: string,
  options: ProjectOptions,
  doubted: string[],
  ownTexts?: string,
): Promise<Recording> {
  const root = resolve(folder);
  const { stack, keepFile, answers, outputs, timeoutSeconds = defaultTimeoutSeconds } = options;
  const project = readProject(root, stack);
  const monitor = new Monitor({
    project: project.name,
    stack,
    folder: project.folder,
    keepFile,
    answers,
    outputs,
    ownTexts,
  });
  const engine = new Engine();
  const served = await serve(monitor, engine);
  const preload = preloadFile();
  try {
    const command = hostCommand(root, project, stack, served.address, preload.path);
    const env = { ...process.env, ...options.env, ...hostEnvironment(monitor, project, options) };
    const { code, output, ending } = await run(command, root, env, timeoutSeconds);
    const reported =
      engine.errors.join('\n') || (code === 0 ? '' : plainText(output) || `the program ended with ${ending}`);
    if (reported && monitor.failures.length === 0) throw new Error([reported, ...unanswered(monitor)].join('\n'));
    const recording = monitor.recording();
    monitor.otherStacks.checkRead();
    return recording;
  } finally {
    doubted.push(...monitor.markers.doubted);
    monitor.close();
    served.stop();
    preload.remove();
  }
}

/** Outputs of other stacks may be the reason: the program read references in place of their values. */
const unanswered = ({ otherStacks }: Monitor): string[] =>
  [...otherStacks.unanswered].map(
    (output) => `it reads the output ${output} of another stack: give its value with --answer ${output}=…`,
  );

function hostCommand(root: string, project: Project, stack: string, address: string, preload: string): string[] {
  const { name, folder, entry, nodeArguments } = project;
  return [
    ...nodeArguments,
    ...['--require', preload, hostIn(folder)],
    ...['--project', name, '--stack', stack, '--organization', 'organization', '--root-directory', root],
    ...['--pwd', folder, '--dry-run', '--parallel', '16', '--monitor', address, '--engine', address, entry],
  ];
}

function hostEnvironment(monitor: Monitor, project: Project, options: ProgramOptions): Record<string, string> {
  // These can't be decrypted here; the program only sees that they exist.
  const encrypted = project.secretKeys.map((key) => [key, monitor.markers.mark({ config: key, path: [] })]);
  const config = {
    ...project.config,
    ...Object.fromEntries(encrypted),
    ...options.config,
    ...referencedConfig(monitor.markers, options),
  };
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(project.typescript),
    TRACEPARENT: '',
  };
}

function hostIn(folder: string): string {
  try {
    return createRequire(join(folder, 'index.js')).resolve('@pulumi/pulumi/cmd/run');
  } catch (error) {
    throw new Error(`${folder}: can't find @pulumi/pulumi; install the project's packages`, { cause: error });
  }
}

function run(command: string[], cwd: string, env: NodeJS.ProcessEnv, timeoutSeconds: number) {
  return new Promise<{ code: number | null; output: string; ending: string }>((ended, failed) => {
    // A group of its own, so that whatever the program starts ends with it; at the other end of the last pipe,
    // `preload` sees that this process is gone.
    const child = spawn(process.execPath, command, {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const forget = atEnd(() => kill(child));
    let output = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-8000)));
    const late = () => {
      kill(child);
      failed(new Error(`the program didn't end within ${timeoutSeconds} s`));
    };
    const timer = setTimeout(late, timeoutSeconds * 1000);
    child.on('error', failed).on('close', (code, signal) => {
      forget();
      clearTimeout(timer);
      ended({ code, output, ending: signal ?? `exit code ${code}` });
    });
  });
}

/** Ends a program and what it started. Windows has no groups of processes. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
