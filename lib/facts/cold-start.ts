import { warmerArchive } from '../archive/warmer';
import { leastWorkers, mostIn, mostWorkersEver, type ColdStart } from '../model/cold-start';
import { formatRate, minutesOf } from '../model/cron';
import { cloudBounds, cloudFunctionWorkers } from '../support/cold-start';
import { expectGcpWindows, expectWindows } from './schedule';
import { expectGcpWarming } from './warmer';

/** What an artefact says of warm capacity, in the model's words. */
export interface ColdStartFact {
  /** Just so many workers that are warm, or on functions at least so many. */
  readonly provisioned?: number;
  readonly dynamic?: { readonly min: number; readonly max: number };
  readonly utilization?: { readonly min: number; readonly max: number; readonly target: number };
  readonly warming?: WarmingFact;
  /** By their names. */
  readonly scheduled?: readonly WindowFact[];
}

/** What an artefact says of calls that keep workers warm. */
export interface WarmingFact {
  /** How many at once, on AWS. */
  readonly instances?: number;
  /** How often, in the largest unit that fits. */
  readonly every: string;
  /** The code that makes the calls, on AWS. */
  readonly code?: { readonly sha256: string };
}

/** What an artefact says of a peak. */
export interface WindowFact {
  readonly name: string;
  /** When it begins, in numbers. */
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
  readonly min: number;
  /** On AWS. */
  readonly max?: number;
}

/** Without a bound above, what is dynamic is what is provisioned: on functions more come by themselves. */
const atLeast = (workers: number): ColdStartFact => (workers > 0 ? { provisioned: workers } : {});

/** What a right rendering of a function says on AWS. */
export function expectAwsFunctionColdStart(coldStart: ColdStart): ColdStartFact {
  const { utilization } = coldStart;
  const windows = expectAwsWindows(coldStart);
  if (utilization) return { utilization, ...windows };
  // A reservation is one number, whatever the time is.
  const max = coldStart.provisioned === undefined ? mostWorkersEver(coldStart) : undefined;
  const warming = expectAwsWarming(coldStart);
  if (max !== undefined) return { dynamic: { min: leastWorkers(coldStart), max }, ...windows, ...warming };
  return { ...atLeast(leastWorkers(coldStart)), ...windows, ...warming };
}

function expectAwsWarming({ warming }: ColdStart): Pick<ColdStartFact, 'warming'> {
  if (!warming) return {};
  const { instances, every } = warming;
  return { warming: { instances, every: formatRate(minutesOf(every)!), code: { sha256: warmerArchive().sha256 } } };
}

const expectAwsWindows = (coldStart: ColdStart): Pick<ColdStartFact, 'scheduled'> =>
  expectWindows(coldStart, (window) => ({ min: window.min, max: mostIn(window, coldStart) }));

/** What a right rendering of a function says on GCP: of a target for utilization nothing can be said there. */
export function expectGcpFunctionColdStart(coldStart: ColdStart): ColdStartFact {
  const bounds = cloudBounds(coldStart);
  const kept = { ...expectGcpWindows(coldStart, cloudFunctionWorkers), ...expectGcpWarming(coldStart) };
  if (!bounds) {
    return { ...atLeast(coldStart.provisioned ?? cloudFunctionWorkers(coldStart.dynamic?.min ?? 0)), ...kept };
  }
  const dynamic = { min: cloudFunctionWorkers(bounds.min), max: cloudFunctionWorkers(bounds.max) };
  return { dynamic, ...kept };
}

/** What a right rendering of a service says on AWS. */
export function expectAwsServiceColdStart(coldStart: ColdStart): ColdStartFact {
  const { provisioned, dynamic, utilization } = coldStart;
  const windows = expectAwsWindows(coldStart);
  if (utilization) return { utilization, ...windows };
  return dynamic ? { dynamic: { min: dynamic.min, max: dynamic.max! }, ...windows } : { provisioned: provisioned! };
}

/** What a right rendering of a service says on GCP. */
export function expectGcpServiceColdStart(coldStart: ColdStart): ColdStartFact {
  const dynamic = cloudBounds(coldStart);
  return dynamic
    ? { dynamic, ...expectGcpWindows(coldStart), ...expectGcpWarming(coldStart) }
    : { provisioned: coldStart.provisioned! };
}
