import { leastWorkers, type ColdStart } from '../model/cold-start';
import { minutesOf } from '../model/cron';
import { cloudBounds, cloudFunctionsMost, cloudFunctionWorkers } from '../support/workers';
import {
  capital,
  count,
  countIs,
  formatNumber,
  formatRate,
  timesAMonth,
  warmthOf,
  type Story,
  type Subject,
} from './words';

/**
 * How long Google keeps an instance without a minimum, in minutes, at the most:
 * https://docs.cloud.google.com/run/docs/reference/container-contract
 */
const idleMinutes = 15;

/** How full instances are before there are more: https://docs.cloud.google.com/run/docs/about-instance-autoscaling */
const fullness = 'those that run are at 60 % of their CPU or of their concurrency';

/** How long a request waits for an instance: https://docs.cloud.google.com/run/docs/about-instance-autoscaling */
const patience = '10 seconds, or 3.5 times as long as instances take to start on average if that is longer';

/** A maximum is no wall: https://docs.cloud.google.com/run/docs/about-instance-autoscaling */
const surge = 'but for a few in a sudden surge';

/** What becomes of an element's workers on GCP; functions are services of Cloud Run there. */
export function storyOnGcp({ kind, coldStart }: Subject): Story {
  const isFunction = kind === 'functions';
  const cap = isFunction ? cloudFunctionWorkers : (workers: number) => workers;
  const { warming, provisioned, scheduled } = coldStart;
  const isExact = !isFunction && provisioned !== undefined;
  const base = warming ? warmed(warming) : (provisioned ?? cap(leastWorkers(coldStart)));
  const max = isExact ? provisioned : cap(cloudBounds(coldStart)?.max ?? cloudFunctionsMost);
  const isKept = !warming && (base > 0 || scheduled !== undefined);
  return {
    unit: 'instance',
    warmth: warmthOf(coldStart, base, cap),
    kept: keptInstances(coldStart, base, isExact),
    beyond: beyondInstances(coldStart, base, max, isExact),
    deployment: [deployed(isKept, isExact)],
    cost: {
      ...(warming && { calls: timesAMonth(warming.every) }),
      // https://docs.cloud.google.com/run/docs/configuring/min-instances
      ...(isKept && !isExact && { note: 'Google bills an idle one at a lower rate than one that serves requests.' }),
    },
  };
}

/** One request finds one instance, if there still is one: the longest time is promised by nobody. */
const warmed = ({ every }: NonNullable<ColdStart['warming']>): number => (minutesOf(every)! < idleMinutes ? 1 : 0);

function keptInstances({ warming, scheduled }: ColdStart, base: number, isExact: boolean): string[] {
  if (warming) {
    return [
      `${capital(formatRate(warming.every))}, Cloud Scheduler calls \`/warm\`: an instance that answers stays for ${idleMinutes} minutes at the most.`,
      ...(base === 0 ? ['The next call comes no sooner: callers meet cold starts.'] : []),
    ];
  }
  if (isExact) return [`Exactly ${count(base, 'instance')} ${base === 1 ? 'runs' : 'run'}, whatever the load is.`];
  if (scheduled) return ['Google may restart any of them at any time.'];
  if (base === 0) return ['Nothing is kept warm: a request that finds no instance waits for one to start.'];
  // https://docs.cloud.google.com/run/docs/configuring/min-instances
  return [`${countIs(base, 'instance')} always kept, idle or not; Google may restart any of them at any time.`];
}

function beyondInstances(coldStart: ColdStart, base: number, max: number, isExact: boolean): string[] {
  const full = `requests wait for up to ${patience}, then get 429.`;
  if (isExact) return [`Nothing is added for a burst: ${full}`];
  if (max === base && !coldStart.warming) return [`There are no more, ${surge}: while all are busy, ${full}`];
  const isDefault = cloudBounds(coldStart) === undefined;
  if (isDefault && base > max) return [`Google gives a function ${max} at the most, unless it is asked for more.`];
  const isCold = base === 0 && !coldStart.warming && !coldStart.scheduled;
  return [
    `Google starts more as ${fullness}${isCold ? '' : '; a request that finds none free waits for one to start'}.`,
    `There are ${formatNumber(max)} at the most${isDefault ? ' unless Google is asked' : ''}, ${surge}: while all are busy, ${full}`,
  ];
}

/** https://docs.cloud.google.com/run/docs/configuring/min-instances */
function deployed(isKept: boolean, isExact: boolean): string {
  // https://docs.cloud.google.com/run/docs/configuring/services/manual-scaling
  if (isExact)
    return 'A deployment makes a new revision; the number is shared out among revisions by the requests they get, so it goes over to the new one with them.';
  if (isKept)
    return 'A deployment makes a new revision, for which the minimum holds as soon as it is deployed; the old one keeps its own until it gets no more requests.';
  return 'A deployment makes a new revision, whose first instances start cold.';
}
