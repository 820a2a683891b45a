import { didYouMean } from '../model/nearest';
import type { Command } from './command';
import { print, printError } from './terminal';

/* eslint-disable @typescript-eslint/no-require-imports -- a command loads what it needs, and nothing else */
const commands: Readonly<Record<string, () => Command>> = {
  validate: () => (require('./validate') as typeof import('./validate')).validate,
  synth: () => (require('./synth') as typeof import('./synth')).synth,
  verify: () => (require('./verify') as typeof import('./verify')).verify,
  explain: () => (require('./explain') as typeof import('./explain')).explain,
  facts: () => (require('./facts') as typeof import('./facts')).facts,
  support: () => (require('./support') as typeof import('./support')).support,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** Runs `triptych` with its arguments and returns the exit code: 0, 1 for problems or differences, 2 for wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return printHelp(rest[0]);
  if (name === '--version') return printVersion();
  const command = Object.hasOwn(commands, name) ? commands[name]!() : undefined;
  if (!command)
    return reportUsage(`${name}: unknown command`, didYouMean(name, Object.keys(commands)) ?? 'see triptych --help');
  if (rest.includes('--help') || rest.includes('-h')) return printHelp(name);
  try {
    return await command.run(rest);
  } catch (error) {
    return reportError(error, name);
  }
}

/** Prints an error and returns the exit code. Only an unexpected error may show its stack. */
function reportError(error: unknown, name: string): number {
  const known = error instanceof Error ? error.name : '';
  if (known === 'UsageError')
    return reportUsage(`triptych ${name}: ${(error as Error).message}`, `see triptych ${name} --help`);
  if (['ArchitectureError', 'ArtefactError', 'EngineError', 'FolderError'].includes(known)) {
    printError((error as Error).message);
    return 1;
  }
  printError(error instanceof Error && process.env['TRIPTYCH_DEBUG'] ? (error.stack ?? error.message) : String(error));
  return 1;
}

function printHelp(name: string | undefined): number {
  if (name !== undefined && Object.hasOwn(commands, name)) {
    print(commands[name]!().help);
    return 0;
  }
  const lines = Object.entries(commands).map(([word, command]) => `  ${word.padEnd(10)} ${command().summary}`);
  print(`triptych: define a serverless architecture once, deploy it with AWS CDK, CDKTF or Pulumi,
and verify that every output matches

Usage: triptych COMMAND [FLAGS]

${lines.join('\n')}

Usual order: validate (find mistakes), verify (render and compare), synth (write artifacts to deploy).
Flags and examples: triptych COMMAND --help
Start with: triptych verify examples/web/architecture.yaml`);
  return 0;
}

function printVersion(): number {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read where it is asked for
  const { version: number } = require('triptych-iac/package.json') as { version: string };
  print(number);
  return 0;
}

function reportUsage(what: string, hint: string): number {
  printError(`${what} (${hint})`);
  return 2;
}
