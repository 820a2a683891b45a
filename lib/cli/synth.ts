import { join } from 'node:path';
import { printable } from '../model/printable';
import type { Resolved } from '../model/resolve';
import { recoverFolder } from '../synth/beside';
import { checkFolder, type Needed } from '../synth/folder';
import type { Manifest } from '../synth/manifest';
import { replaceFolder } from '../synth/replace';
import { synthesize } from '../synth/synthesize';
import { oneWord, parseCommand, sharedHelp, type Command } from './command';
import { maySkipCode, open, warn } from './open';
import { print, printError, printJson, Progress } from './terminal';

export const synth: Command = {
  summary: 'write the artifacts of every target to a folder',
  help: `triptych synth FILE [--out DIR]

Renders an architecture. DIR gets one folder per target with the artifacts of its engine, and triptych.json.
DIR must be absent, empty, or written by an earlier triptych synth. It is replaced completely, or not at all.
Terraform's state, variables and saved plans beside a stack stay, and aws-cdk/cdk.context.json.
If DIR holds any other file of yours, nothing is written.

  --out DIR        the folder to write (default: triptych.out)
${sharedHelp}

  triptych synth examples/web/architecture.yaml
  triptych synth architecture.yaml --target aws-cdk --param size=5 && npx cdk deploy --app triptych.out/aws-cdk`,
  async run(args) {
    const { values, positionals, flags } = parseCommand(args, { out: { type: 'string' } });
    const file = oneWord(positionals, 'FILE');
    const out = (values as { out?: string }).out ?? 'triptych.out';
    recoverFolder(out);
    const resolved = open(file, flags);
    checkFolder(out, neededBy(resolved));
    const manifest = await write(out, resolved, file, maySkipCode(flags));
    if (flags.json) printJson({ ...manifest, written: manifest.targets.map((target) => join(out, target)) });
    else report(out, resolved, manifest);
    return 0;
  },
};

async function write(out: string, resolved: Resolved, file: string, withoutCode: boolean): Promise<Manifest> {
  const progress = new Progress();
  let manifest: Manifest | undefined;
  try {
    const left = await replaceFolder(out, async (fresh) => {
      const say = (target: string) => progress.say(`rendering ${target}`);
      manifest = await synthesize(resolved, fresh, { architecture: file, withoutCode, progress: say });
    });
    if (left !== undefined)
      printError(`${printable(left)}: warning: holds the artifacts before this run; delete it as their owner`);
  } finally {
    progress.done();
  }
  return manifest!;
}

function report(out: string, resolved: Resolved, manifest: Manifest): void {
  warn(resolved);
  for (const target of manifest.targets) {
    const left = manifest.withoutCode[target];
    print(`${printable(join(out, target))}${left ? `  without the code of ${left.join(', ')} (not deployable)` : ''}`);
  }
}

/** Folders that must not be replaced: that of the architecture, and those of its code. */
function neededBy({ source: { directory }, architecture }: Resolved): Needed {
  const code = Object.values(architecture.functions).flatMap((spec) => [spec.code.aws, spec.code.gcp]);
  return { directory, code: code.filter((path) => path !== undefined).map((path) => join(directory, path)) };
}
