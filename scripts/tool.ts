import { spawnSync } from 'node:child_process';

/** A tool of another language, which may not be installed. */
export interface Tool {
  readonly command: string;
  /** The flag that prints its version. */
  readonly versionFlag: string;
  /** The oldest supported version: major and minor. */
  readonly atLeast: readonly [number, number];
}

export const go: Tool = { command: 'go', versionFlag: 'version', atLeast: [1, 26] };
export const python: Tool = { command: 'python3', versionFlag: '--version', atLeast: [3, 9] };
export const dotnet: Tool = { command: 'dotnet', versionFlag: '--version', atLeast: [10, 0] };

/** The reason why a tool can't be used; undefined if it can. */
export function lacking({ command, versionFlag, atLeast }: Tool): string | undefined {
  // Go would fetch a newer version of itself where a module asks for one.
  const { status, stdout } = spawnSync(command, [versionFlag], { encoding: 'utf8', env: environment() });
  if (status !== 0) return `${command} is not installed`;
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
  const enough = Number(major) > atLeast[0] || (Number(major) === atLeast[0] && Number(minor) >= atLeast[1]);
  return enough ? undefined : `${command} must be at least ${atLeast.join('.')}, got ${major}.${minor}`;
}

/** Runs a tool in a folder, with the output of this process. */
export function run(tool: Tool, args: readonly string[], cwd: string, variables: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(tool.command, args, { cwd, stdio: 'inherit', env: { ...environment(), ...variables } });
  return status === 0;
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  GOTOOLCHAIN: 'local',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
});

/** A step that needs a tool. */
export interface Step {
  readonly what: string;
  readonly tool: Tool;
  readonly run: () => boolean;
}

/** Runs every step whose tool is installed, and reports skipped steps. Sets the exit code. */
export function each(steps: readonly Step[]): void {
  for (const { what, tool, run } of steps) {
    const why = lacking(tool);
    if (why !== undefined) {
      console.log(`SKIPPED: ${what}: ${why}`);
    } else if (run()) {
      console.log(`done: ${what}`);
    } else {
      console.error(`failed: ${what}`);
      process.exitCode = 1;
    }
  }
}
