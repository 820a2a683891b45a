import {
  formatAccepted,
  formatApproximations,
  formatDifferences,
  formatMatrix,
  formatNotJudged,
  formatUnjudged,
  formatVerdict,
  type Colours,
} from '../equivalence/format';
import { matrixOf } from '../equivalence/matrix';
import { areSeveral, report, type Reading, type Report } from '../equivalence/report';
import { inEnvironment } from '../model/environment';
import { printable, printableIn } from '../model/printable';
import type { Verified } from './verify';

/** A report whose names can't control the terminal that shows them: they come from artifacts. Values are printed as JSON. */
const shown = ({ differences, ...rest }: Report): Report => ({
  ...printableIn(rest),
  differences: differences.map(({ expected, actual, ...place }) => ({ ...printableIn(place), expected, actual })),
});

/** The result as text: verdict, matrix, differences, approximations. Of several architectures, one after another. */
export function formatVerified(verified: Verified, colours: Colours, verbose = false): string {
  const { readings, compared, others = [] } = verified;
  const each = areSeveral(readings)
    ? readings.flatMap((reading) => formatCompared([reading], report([reading]), colours, verbose, true))
    : formatCompared(readings, compared, colours, verbose, others.length > 0);
  return [...each, ...formatOthers(verified, colours)].filter((block) => block !== '').join('\n\n');
}

function formatCompared(
  readings: readonly Reading[],
  raw: Report,
  colours: Colours,
  verbose: boolean,
  isPlaced: boolean,
): string[] {
  const compared = shown(raw);
  const [{ architecture, at, expected: { env } } = nothing] = readings;
  const name = `${inEnvironment(architecture.name, env)}${at && isPlaced ? ` in ${printable(at.path)}` : ''}`;
  return [
    formatVerdict(name, compared, colours),
    at?.stored === undefined
      ? ''
      : colours.dim(
          `Compared with the architecture that the app stored (${printable(at.stored)}), not with a file of yours.`,
        ),
    formatMatrix(printableIn(matrixOf(readings, raw)), colours),
    formatDifferences(compared, colours, verbose),
    formatAccepted(compared, colours),
    formatApproximations(compared, colours, verbose),
    formatUnjudged(compared, colours),
  ];
}

const nothing: Pick<Reading, 'at'> & { architecture: { name: string }; expected: { env?: string } } = {
  architecture: { name: '' },
  expected: {},
};

/** The architectures of the app that weren't compared. */
function formatOthers({ others = [] }: Verified, colours: Colours): string[] {
  const named = others.map(({ architecture, env, path }) =>
    printable(`${inEnvironment(architecture, env)} in ${path}`),
  );
  return named.length === 0 ? [] : [colours.dim(`Not compared, in the same app: ${named.join(', ')}`)];
}

/** Warnings about what wasn't compared, one for each target. */
export const formatLeftOut = ({ compared }: Verified): string[] => formatNotJudged(shown(compared));
