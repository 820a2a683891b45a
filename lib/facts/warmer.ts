import type { ColdStart } from '../model/cold-start';
import { formatRate, minutesOf } from '../model/rate';
import { expectName, type NamedBy } from './name';

type Warming = NonNullable<ColdStart['warming']>;

/** The facts about calls that keep an element warm. */
export interface WarmingFact extends Omit<Warming, 'instances'> {
  /** The number of concurrent calls, on AWS; absent: one. */
  readonly instances?: number;
  /** The code that makes the calls, on AWS; absent: a job does. */
  readonly code?: { readonly sha256: string };
}

/** The calls that keep an element warm, with the rate in its largest unit; `by` states the code that makes them. */
export const expectWarming = ({ warming }: ColdStart, by: () => Pick<WarmingFact, 'code'>): WarmingFact | undefined =>
  warming && { ...warming, every: formatRate(minutesOf(warming.every)!), ...by() };

/** The physical names of what calls an element to keep it warm on Google Cloud. */
export interface WarmerNames {
  readonly serviceAccount: string;
  readonly job: string;
}

/** The names of the warmer of an element on Google Cloud; nothing without warming. */
export const expectWarmer = (
  naming: NamedBy,
  kind: 'functions' | 'services',
  name: string,
  { warming }: ColdStart,
): { readonly warmer?: WarmerNames } =>
  warming
    ? {
        warmer: {
          serviceAccount: expectName(naming, kind, name, 30, 'warmer'),
          job: expectName(naming, kind, name, 500, 'warmer'),
        },
      }
    : {};
