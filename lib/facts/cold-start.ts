import type { ColdStart } from '../model/cold-start';
import { cloudBounds, cloudFunctionWorkers } from '../support/cold-start';

/** What an artefact says of warm capacity, in the model's words. */
export interface ColdStartFact {
  /** Just so many workers that are warm, or on functions at least so many. */
  readonly provisioned?: number;
  readonly dynamic?: { readonly min: number; readonly max: number };
  readonly utilization?: { readonly min: number; readonly max: number; readonly target: number };
  /** By their names. */
  readonly scheduled?: readonly WindowFact[];
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
export function expectAwsFunctionColdStart({ provisioned, dynamic, utilization }: ColdStart): ColdStartFact {
  if (utilization) return { utilization };
  if (dynamic?.max !== undefined) return { dynamic: { min: dynamic.min, max: dynamic.max } };
  return atLeast(provisioned ?? dynamic?.min ?? 0);
}

/** What a right rendering of a function says on GCP: of a target for utilization nothing can be said there. */
export function expectGcpFunctionColdStart(coldStart: ColdStart): ColdStartFact {
  const bounds = cloudBounds(coldStart);
  if (!bounds) return atLeast(coldStart.provisioned ?? cloudFunctionWorkers(coldStart.dynamic?.min ?? 0));
  return { dynamic: { min: cloudFunctionWorkers(bounds.min), max: cloudFunctionWorkers(bounds.max) } };
}

/** What a right rendering of a service says on AWS. */
export function expectAwsServiceColdStart({ provisioned, dynamic, utilization }: ColdStart): ColdStartFact {
  if (utilization) return { utilization };
  return dynamic ? { dynamic: { min: dynamic.min, max: dynamic.max! } } : { provisioned: provisioned! };
}

/** What a right rendering of a service says on GCP. */
export function expectGcpServiceColdStart(coldStart: ColdStart): ColdStartFact {
  const dynamic = cloudBounds(coldStart);
  return dynamic ? { dynamic } : { provisioned: coldStart.provisioned! };
}
