import type { ColdStartFact } from '../../facts/cold-start';
import type { Path, Resource } from '../resource';
import type { ReadSchedule } from './schedule';
import type { ReadWarmer } from './warmer';

/** What an engine calls the bounds between which instances come and go. */
export interface BoundWords {
  readonly min: string;
  readonly max: string;
}

/** What keeps a function warm: a minimum, which is `dynamic` where there is a maximum too. */
export function readFunctionColdStart(
  handler: Resource,
  config: Path,
  words: BoundWords,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const min = handler.number([...config, words.min]);
  if (min === undefined) return undefined;
  if (handler.at([...config, words.max]) === undefined) {
    return { ...(min > 0 && { provisioned: min }), ...schedule?.windows, ...warmer?.warming };
  }
  const max = handler.number([...config, words.max]);
  return max === undefined ? undefined : { dynamic: { min, max }, ...schedule?.windows, ...warmer?.warming };
}

/** What an engine calls the two ways in which a service scales. */
export interface ScalingWords extends BoundWords {
  /** Where the mode stands. */
  readonly mode: Path;
  /** Where the number of instances stands, which counts where scaling is manual. */
  readonly manual: Path;
  /** Where the bounds of a revision stand, which count where it isn't. */
  readonly revision: Path;
}

/** How many instances a service has: just so many, or as many as the load needs, between bounds. */
export function readServiceColdStart(
  service: Resource,
  words: ScalingWords,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const mode = service.one(words.mode, ['MANUAL', 'MANUAL'], ['AUTOMATIC', 'AUTOMATIC']);
  if (mode === 'MANUAL') {
    const provisioned = service.number(words.manual);
    return provisioned === undefined ? undefined : { provisioned };
  }
  if (mode === undefined) return undefined;
  const [min, max] = [words.min, words.max].map((word) => service.number([...words.revision, word]));
  return min === undefined || max === undefined
    ? undefined
    : { dynamic: { min, max }, ...schedule?.windows, ...warmer?.warming };
}
