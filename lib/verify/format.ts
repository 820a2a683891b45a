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
import type { Report } from '../equivalence/report';
import { printableIn } from '../model/printable';
import type { Verified } from './verify';

/** A report whose names can't control the terminal that shows them: they come from artifacts. Values are printed as JSON. */
const shown = ({ differences, ...rest }: Report): Report => ({
  ...printableIn(rest),
  differences: differences.map(({ expected, actual, ...place }) => ({ ...printableIn(place), expected, actual })),
});

/** The result as text: verdict, matrix, differences, approximations. */
export function formatVerified(
  { resolved, readings, compared: raw }: Verified,
  colours: Colours,
  verbose = false,
): string {
  const compared = shown(raw);
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

/** Warnings about what wasn't compared, one for each target. */
export const formatLeftOut = ({ compared }: Verified): string[] => formatNotJudged(shown(compared));
