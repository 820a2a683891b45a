import { join } from 'node:path';
import { temporaryFault, temporaryFolder } from '../disk/temporary';
import {
  formatAccepted,
  formatApproximations,
  formatDifferences,
  formatMatrix,
  formatNotJudged,
  formatUnjudged,
  formatVerdict,
} from '../equivalence/format';
import { matrixOf } from '../equivalence/matrix';
import { report, reportData, type Reading, type Report } from '../equivalence/report';
import { expectCode } from '../facts/code';
import { expectFacts } from '../facts/expect';
import { printableIn } from '../model/printable';
import type { Resolved } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { ArtefactError } from '../readback/error';
import { readFacts } from '../readback/read';
import { manifestFile } from '../synth/manifest';
import { synthesize } from '../synth/synthesize';
import { oneWord, parseCommand, sharedHelp, type ArchitectureFlags, type Command } from './command';
import { artefactsIn, type Artefacts } from './from';
import { maySkipCode, open, warn } from './open';
import { coloursFor, print, printError, printJson, Progress } from './terminal';

export const verify: Command = {
  summary: 'render, read the artifacts back, and compare them with the model',
  help: `triptych verify FILE [--from DIR]

Renders an architecture, reads the artifacts back, and compares every target with the model.
Needs no account and deploys nothing.

Prints the verdict, then a matrix of elements and targets:
  = equal      the artifacts match the model
  ~ approx     a field is rendered differently; the list below the matrix gives the reasons
  ! differs    the artifacts contradict the model
Differences follow, then approximations, grouped by reason.
Exit codes: 0 equivalent, 1 differences or problems, 2 wrong usage.

  --from DIR       don't render: read the artifacts in DIR, written by triptych synth,
                   or with exactly one --target, the output of your own app
                   (cdk.out, cdktf.out, or the folder of a Pulumi project)
  --verbose        list every difference, and name every approximated element
${sharedHelp}

  triptych verify examples/web/architecture.yaml
  triptych verify architecture.yaml --from cdk.out --target aws-cdk`,
  async run(args) {
    const { values, positionals, flags } = parseCommand(args, {
      from: { type: 'string' },
      verbose: { type: 'boolean' },
    });
    const file = oneWord(positionals, 'FILE');
    const { from, verbose } = values as { from?: string; verbose?: boolean };
    const verified = await (from === undefined ? verifyFresh(file, flags) : verifyFrom(file, from, flags));
    if (flags.json) printJson(reportData(verified.compared));
    else {
      warn(verified.resolved);
      for (const warning of formatNotJudged(shown(verified.compared))) printError(warning);
      print(formatVerified(verified, verbose));
    }
    return verified.compared.equivalent ? 0 : 1;
  },
};

/** A comparison, and the architecture that it is about. */
export interface Verified {
  readonly resolved: Resolved;
  readonly readings: readonly Reading[];
  readonly compared: Report;
  /** By target, the functions whose archives were left empty. */
  readonly withoutCode: Readonly<Partial<Record<Target, readonly string[]>>>;
}

/** Renders an architecture into a temporary folder and compares the artifacts; `inspect` may look at the folder. */
export async function verifyFresh(
  file: string,
  flags: ArchitectureFlags,
  inspect: (readings: readonly Reading[], folder: string) => void = () => undefined,
): Promise<Verified> {
  const resolved = open(file, flags);
  const temporary = temporaryFolder();
  const folder = temporary.path;
  const progress = new Progress();
  try {
    const manifest = await synthesize(resolved, folder, {
      architecture: file,
      withoutCode: maySkipCode(flags),
      progress: (target) => progress.say(`rendering ${target}`),
    });
    progress.say('reading back');
    const places = manifest.targets.map((target) => ({
      target,
      folder: join(folder, target),
      withoutCode: manifest.withoutCode[target] ?? [],
    }));
    const readings = readAll(resolved, places, false);
    inspect(readings, folder);
    return { resolved, readings, compared: report(readings), withoutCode: manifest.withoutCode };
  } catch (error) {
    throw temporaryFault(error, folder);
  } finally {
    progress.done();
    temporary.remove();
  }
}

async function verifyFrom(file: string, from: string, flags: ArchitectureFlags): Promise<Verified> {
  const artefacts = await artefactsIn(from, flags);
  const resolved = open(file, {
    ...flags,
    params: artefacts.params,
    targets: artefacts.places.map(({ target }) => target),
  });
  try {
    const { name } = resolved.architecture;
    if (artefacts.architecture !== undefined && artefacts.architecture !== name)
      throw new ArtefactError(
        join(from, manifestFile),
        `architecture: must be ${name}, the name in ${file}, got ${artefacts.architecture}`,
      );
    const readings = readAll(resolved, artefacts.places, artefacts.isApp);
    return { resolved, readings, compared: report(readings), withoutCode: {} };
  } finally {
    artefacts.dispose();
  }
}

function readAll(resolved: Resolved, places: Artefacts['places'], isApp: boolean): Reading[] {
  const { architecture } = resolved;
  return places.map(({ target, folder, withoutCode }): Reading => {
    const actual = readFacts(folder, target, isApp ? 'app' : 'whole');
    const left = withoutCode ?? actual.withoutCode;
    const code = expectCode(resolved, cloudOf(target), left);
    const promised = expectFacts({ architecture, naming: { architecture: architecture.name }, code }, target, left);
    // An app chooses its outputs: only those that it has can be right or wrong.
    const outputs = isApp ? only(promised.outputs, Object.keys(actual.outputs)) : promised.outputs;
    return { target, architecture, expected: { ...promised, outputs }, actual, isApp };
  });
}

const only = <Value>(map: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));

/** A report whose names can't control the terminal that shows them: they come from artifacts. Values are printed as JSON. */
const shown = ({ differences, ...rest }: Report): Report => ({
  ...printableIn(rest),
  differences: differences.map(({ expected, actual, ...place }) => ({ ...printableIn(place), expected, actual })),
});

/** The result as text: verdict, matrix, differences, approximations. */
export function formatVerified({ resolved, readings, compared: raw }: Verified, verbose = false): string {
  const compared = shown(raw);
  const colours = coloursFor(process.stdout);
  return [
    formatVerdict(resolved.architecture.name, compared, colours),
    formatMatrix(printableIn(matrixOf(readings, raw)), colours),
    formatDifferences(compared, colours, verbose),
    formatAccepted(compared, colours),
    formatApproximations(compared, colours, verbose),
    formatUnjudged(compared, colours),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
