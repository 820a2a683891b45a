import { leastWorkers, type ColdStart } from '../model/cold-start';
import { minutesOf } from '../model/rate';
import type { Target } from '../model/target';
import { cloudBounds, cloudFunctionBounds, cloudRunMost } from '../support/workers';
import { capital, count, countIs, formatRate, percent, timesAMonth, warmthOf, type Story, type Subject } from './words';

/**
 * The longest time for which an idle instance without a minimum is kept, in minutes:
 * https://docs.cloud.google.com/run/docs/reference/container-contract
 */
const idleMinutes = 15;

/**
 * The load at which Cloud Run starts more instances: https://docs.cloud.google.com/run/docs/about-instance-autoscaling,
 * https://docs.cloud.google.com/run/docs/configuring/scaling-controls
 */
const fullness = (target: number | undefined): string =>
  `running ones reach ${target === undefined ? '60% of their CPU or' : `${percent(target)} of their CPU, or 95%`} of their concurrency`;

/** The longest time that a request waits for an instance: https://docs.cloud.google.com/run/docs/about-instance-autoscaling */
const patience = '10 seconds (or 3.5 times the average startup time, if that is longer)';

/** The maximum is not exact: https://docs.cloud.google.com/run/docs/about-instance-autoscaling */
const surge = 'a sudden burst may exceed that briefly';

/** Describes an element's workers on Google Cloud, where functions are Cloud Run services. */
export function storyOnGcp({ kind, coldStart, cpuAlways = false }: Subject, target: Target): Story {
  const isFunction = kind === 'functions';
  const { warming, provisioned, scheduled } = coldStart;
  const isExact = !isFunction && provisioned !== undefined;
  const base = warming ? warmInstances(warming) : (provisioned ?? leastWorkers(coldStart));
  const max = isExact ? provisioned : (isFunction ? cloudFunctionBounds : cloudBounds)(coldStart)?.max;
  // Functions have no setting for it, and neither does the provider that CDKTF's bindings are generated from.
  const utilization = isFunction || target === 'gcp-cdktf' ? undefined : coldStart.utilization?.target;
  const isKept = !warming && (base > 0 || scheduled !== undefined);
  return {
    unit: 'instance',
    warmth: warmthOf(coldStart, base, (workers) => workers),
    kept: keptInstances(coldStart, base, isExact),
    beyond: beyondInstances(coldStart, base, max ?? cloudRunMost, isExact, utilization),
    deployment: [deploymentOf(isKept, isExact)],
    cost: {
      ...(warming && { calls: timesAMonth(warming.every) }),
      // https://docs.cloud.google.com/run/docs/configuring/billing-settings
      ...(cpuAlways && {
        note: 'Google bills the whole lifetime of an instance, because its CPU is always allocated.',
      }),
      // https://docs.cloud.google.com/run/docs/configuring/min-instances
      ...(isKept && !isExact && !cpuAlways && { note: 'Google bills idle instances at a lower rate than busy ones.' }),
    },
  };
}

/** One request reaches one instance, if it still exists: no minimum time is documented. */
const warmInstances = ({ every }: NonNullable<ColdStart['warming']>): number =>
  minutesOf(every)! < idleMinutes ? 1 : 0;

function keptInstances({ warming, scheduled }: ColdStart, base: number, isExact: boolean): string[] {
  if (warming) {
    return [
      `${capital(formatRate(warming.every))}, Cloud Scheduler calls \`/warm\`. The instance that answers stays for at most ${idleMinutes} minutes.`,
      ...(base === 0 ? ['The next warm-up call is not earlier than that, so callers get cold starts.'] : []),
    ];
  }
  if (isExact) return [`Exactly ${count(base, 'instance')} ${base === 1 ? 'runs' : 'run'} at any load.`];
  if (scheduled) return ['Google may restart any instance at any time.'];
  if (base === 0) return ['Nothing is kept warm: a request without a running instance waits for one to start.'];
  // https://docs.cloud.google.com/run/docs/configuring/min-instances
  return [`${countIs(base, 'instance')} always running, idle or not. Google may restart any instance at any time.`];
}

function beyondInstances(
  coldStart: ColdStart,
  base: number,
  max: number,
  isExact: boolean,
  utilization: number | undefined,
): string[] {
  const full = `requests queue for up to ${patience}, then get 429.`;
  if (isExact) return [`Cloud Run adds no instances for a burst. When all are busy, ${full}`];
  if (max === base && !coldStart.warming) return [`Cloud Run starts no more (${surge}). When all are busy, ${full}`];
  const isDefault = cloudBounds(coldStart) === undefined;
  const isCold = base === 0 && !coldStart.warming && !coldStart.scheduled;
  return [
    `Cloud Run starts more instances when ${fullness(utilization)}${isCold ? '' : '. A request without a free instance waits for one to start'}.`,
    `Scales to at most ${count(max, 'instance')} (${isDefault ? 'the default; ' : ''}${surge}). When all are busy, ${full}`,
  ];
}

/** https://docs.cloud.google.com/run/docs/configuring/min-instances */
function deploymentOf(isKept: boolean, isExact: boolean): string {
  // https://docs.cloud.google.com/run/docs/configuring/services/manual-scaling
  if (isExact)
    return 'A deployment creates a new revision. Cloud Run divides the instances among revisions by their share of requests, so they move to the new revision with the traffic.';
  if (isKept)
    return 'A deployment creates a new revision. The minimum applies to it immediately; the old revision keeps its own minimum until it receives no more requests.';
  return 'A deployment creates a new revision. Its first instances start cold.';
}
