import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatAccepted, formatApproximations, formatDifferences, formatMatrix } from '../equivalence/format';
import { matrixOf } from '../equivalence/matrix';
import { report, type Reading, type Report } from '../equivalence/report';
import { expectCode } from '../facts/code';
import { expectFacts } from '../facts/expect';
import type { Resolved } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { readFacts } from '../readback/read';
import { synthesize } from '../synth/synthesize';
import { oneWord, parseCommand, sharedHelp, type ArchitectureFlags, type Command } from './command';
import { artefactsIn, type Artefacts } from './from';
import { maySkipCode, open, warn } from './open';
import { coloursFor, print, printJson, Progress } from './terminal';

export const verify: Command = {
  summary: 'prove that the renderings say what the model says',
  help: `triptych verify FILE [--from DIR]

Renders an architecture, reads the artefacts back, and compares each target with what the model promises there.
Prints a matrix of elements × targets: = equal · ~ approximated, as said below it · ! differs.
Exit: 0 equivalent, 1 differences.

  --from DIR       render nothing: read the artefacts in DIR, which triptych synth wrote,
                   or with one --target an app's own output (cdk.out, cdktf.out, a Pulumi project)
${sharedHelp}

  triptych verify examples/web/architecture.yaml
  triptych verify architecture.yaml --from cdk.out --target aws-cdk`,
  async run(args) {
    const { values, positionals, flags } = parseCommand(args, { from: { type: 'string' } });
    const file = oneWord(positionals, 'FILE');
    const { from } = values as { from?: string };
    const verified = await (from === undefined ? verifyFresh(file, flags) : verifyFrom(file, from, flags));
    if (flags.json) printJson(verified.compared);
    else {
      warn(verified.resolved);
      print(formatVerified(verified));
    }
    return verified.compared.equivalent ? 0 : 1;
  },
};

/** What was compared, and the architecture. */
export interface Verified {
  readonly resolved: Resolved;
  readonly readings: readonly Reading[];
  readonly compared: Report;
  /** By target, the functions whose archives were left empty. */
  readonly withoutCode: Readonly<Partial<Record<Target, readonly string[]>>>;
}

/** Renders an architecture into a folder that goes again, compares what lies there, and lets `inspect` look at it. */
export async function verifyFresh(
  file: string,
  flags: ArchitectureFlags,
  inspect: (readings: readonly Reading[], folder: string) => void = () => undefined,
): Promise<Verified> {
  const resolved = open(file, flags);
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
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
  } finally {
    progress.done();
    rmSync(folder, { recursive: true, force: true });
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
    // An app makes outputs of what it likes: only what it did make can be right or wrong.
    const outputs = isApp ? only(promised.outputs, Object.keys(actual.outputs)) : promised.outputs;
    return { target, architecture, expected: { ...promised, outputs }, actual, isApp };
  });
}

const only = <Value>(map: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));

/** What was found, as people read it: the matrix, what differs, what is approximated, and the sentence that counts. */
export function formatVerified({ resolved: { architecture }, readings, compared }: Verified): string {
  const colours = coloursFor(process.stdout);
  const count = compared.differences.length;
  const notJudged = readings.reduce((sum, { actual }) => sum + actual.notJudged, 0);
  const verdict = compared.equivalent
    ? colours.good(`${architecture.name}: equivalent on ${listed(compared.targets)}`)
    : colours.bad(`${architecture.name}: ${count} difference${count === 1 ? '' : 's'}`);
  return [
    formatMatrix(matrixOf(readings, compared), colours),
    formatDifferences(compared, colours),
    formatAccepted(compared, colours),
    formatApproximations(compared, colours),
    notJudged > 0 ? colours.dim(`${notJudged} resources of the app's own were not judged`) : '',
    verdict,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

const listed = (targets: readonly Target[]): string => targets.join(', ');
