import type { ColdStart } from '../model/cold-start';
import { formatRate, minutesOf } from '../model/cron';
import type { WarmingFact } from './cold-start';
import { expectName, type NamedBy } from './name';

/** The names of what keeps an element warm by calling it on GCP, which are ours to give. */
export interface WarmerNames {
  readonly serviceAccount: string;
  readonly job: string;
}

/** What a right rendering of an element says on GCP of calls that keep it warm: of how many at once nothing can be said. */
export const expectGcpWarming = ({ warming }: ColdStart): { readonly warming?: WarmingFact } =>
  warming ? { warming: { every: formatRate(minutesOf(warming.every)!) } } : {};

/** What the warmer of an element is called on GCP; nothing where there is none. */
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
