import { clearTemporary } from '../disk/temporary';
import { didYouMean } from '../model/nearest';
import { tidyBeside } from '../synth/beside';
import type { Command } from './command';
import { reportError, reportUsage } from './failure';
import { print } from './terminal';

/* eslint-disable @typescript-eslint/no-require-imports -- a command loads what it needs, and nothing else */
const commands: Readonly<Record<string, () => Command>> = {
  validate: () => (require('./validate') as typeof import('./validate')).validate,
  synth: () => (require('./synth') as typeof import('./synth')).synth,
  verify: () => (require('./verify') as typeof import('./verify')).verify,
  resolve: () => (require('./resolve') as typeof import('./resolve')).resolve,
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
  if (!Object.hasOwn(commands, name))
    return reportUsage(`${name}: unknown command`, didYouMean(name, Object.keys(commands)) ?? 'see triptych --help');
  if (rest.includes('--help') || rest.includes('-h')) return printHelp(name);
  try {
    // A run that was killed couldn't do so.
    clearTemporary(tidyBeside);
    return await commands[name]!().run(rest);
  } catch (error) {
    return reportError(error, name);
  }
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
