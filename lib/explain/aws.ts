import { leastWorkers, mostIn, mostWorkersEver, mostWorkersOf, type ColdStart } from '../model/cold-start';
import type { Warmth } from './profile';
import {
  capital,
  count,
  countIs,
  formatMost,
  formatNumber,
  formatRate,
  percent,
  timesAMonth,
  warmthOf,
  type Cost,
  type Story,
  type Subject,
} from './words';

/** Describes an element's workers on AWS. */
export const storyOnAws = (subject: Subject): Story =>
  subject.kind === 'functions' ? functionStory(subject) : serviceStory(subject);

/** The execution environments that Lambda starts for a function per 10 seconds: https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html */
const startsInTenSeconds = 1_000;

/** The default concurrency quota of an account in a region, which new accounts don't have at once: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const accountConcurrency = 1_000;

function functionStory({ coldStart }: Subject): Story {
  const { warming, utilization, scheduled } = coldStart;
  const base = warming?.instances ?? leastWorkers(coldStart);
  const most = utilization && mostWarmth(coldStart);
  return {
    unit: 'environment',
    warmth: warmthOf(coldStart, base, asItIs),
    kept: keptFunction(coldStart, base),
    beyond: beyondFunction(coldStart, base),
    deployment: [deployedFunction(coldStart, base > 0 || scheduled !== undefined)],
    cost: warming ? costOfCalls(warming) : { ...(most && { most }) },
  };
}

/** The warmer, a separate function, makes the calls. */
const costOfCalls = ({ instances, every }: NonNullable<ColdStart['warming']>): Cost => ({
  calls: instances * timesAMonth(every),
  note: `The warmer itself adds ${count(Math.round(timesAMonth(every)), 'call')}.`,
});

function keptFunction(coldStart: ColdStart, base: number): string[] {
  const { warming, utilization, scheduled } = coldStart;
  if (warming) {
    return [
      `${capital(formatRate(warming.every))}, ${countIs(base, 'environment')} invoked${base === 1 ? '' : ' concurrently'} to stay warm.`,
      // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
      "AWS doesn't document how long Lambda keeps an idle environment. Lambda ends every environment after a few hours; the next call then starts cold.",
    ];
  }
  if (base === 0 && !scheduled) {
    return [
      `Nothing is kept warm: a call without an idle environment starts a new one, cold. A burst can start ${formatNumber(startsInTenSeconds)} environments every 10 seconds.`,
    ];
  }
  const always = scheduled ? [] : [`${countIs(base, 'environment')} always warm, on the alias \`live\`.`];
  if (!utilization) return always;
  return [
    ...always,
    // https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
    `Application Auto Scaling adds warm environments while more than ${percent(utilization.target)} of them are in use, up to ${formatMost(coldStart)}. It uses averages, so a short burst may have no effect.`,
    // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
    'It removes them when fewer are in use, but not while there are no calls: an idle function reports no utilization, and missing data does not count as low utilization. Until the next calls, they stay and are billed.',
  ];
}

/**
 * Calls beyond provisioned concurrency use on-demand environments; reserved concurrency is the limit for throttling:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
function beyondFunction(coldStart: ColdStart, base: number): string[] {
  const cap = coldStart.provisioned === undefined ? mostWorkersEver(coldStart) : undefined;
  const isWarm = base > 0 || coldStart.scheduled !== undefined;
  return [
    ...(isWarm && cap !== base
      ? [
          `A larger burst starts new environments, cold: up to ${formatNumber(startsInTenSeconds)} more every 10 seconds.`,
        ]
      : []),
    cap === undefined
      ? `Limit: the account's concurrency quota (by default ${formatNumber(accountConcurrency)} for all functions together, less in new accounts). Calls above it are throttled (429).`
      : `Limit: ${count(cap, 'concurrent call')}, its reserved concurrency. Calls above it are throttled (429).`,
  ];
}

/**
 * AWS documents the move of provisioned concurrency: https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html.
 * It doesn't document which version answers meanwhile. The old one did, in https://github.com/hashicorp/terraform-provider-aws/pull/48116
 * and https://github.com/gradientedge/cdk-utils/pull/1110.
 */
function deployedFunction({ warming }: ColdStart, isWarm: boolean): string {
  if (warming)
    return `A deployment publishes a new version. Its environments are cold until their first call, from a caller or from the warmer (${formatRate(warming.every)}).`;
  if (!isWarm) return 'A deployment publishes a new version. Its first environments start cold.';
  return 'A deployment moves the alias to a new version. Lambda deallocates the provisioned concurrency of the old version and allocates it to the new one. AWS does not document which version answers meanwhile, or whether it is warm; the old one has been observed to answer until the allocation is complete.';
}

function serviceStory({ coldStart, isPublic, requestsPerMinute = 0 }: Subject): Story {
  const { provisioned, utilization, dynamic, scheduled } = coldStart;
  const base = leastWorkers(coldStart);
  const scales = utilization
    ? `average CPU exceeds ${percent(utilization.target)}`
    : `containers receive more than ${formatNumber(requestsPerMinute)} requests per minute each`;
  const most = dynamic || utilization ? mostWarmth(coldStart) : undefined;
  return {
    unit: 'container',
    warmth: warmthOf(coldStart, base, asItIs),
    kept: scheduled ? [] : [`${count(base, 'container')} always ${base === 1 ? 'runs' : 'run'}.`],
    beyond: [
      provisioned === undefined
        ? `ECS starts more containers when ${scales}: up to ${formatMost(coldStart)}. Until those are healthy, the running containers handle a burst.`
        : 'ECS adds no containers for a burst: the running ones handle it.',
      // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
      ...(isPublic ? ['The load balancer returns 503 while no container is registered.'] : []),
    ],
    // At least 100 % and at most 200 %: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
    deployment: [
      'A deployment starts new containers next to the old ones, at most doubling their number, and stops old ones when new ones are healthy. Their number never drops below the current one.',
    ],
    cost: most ? { most } : {},
  };
}

const asItIs = (workers: number): number => workers;

/** The upper bounds, in the windows of the lower ones. */
const mostWarmth = (coldStart: ColdStart): Warmth => ({
  base: mostWorkersOf(coldStart)!,
  windows: (coldStart.scheduled ?? []).map((window) => ({ ...window, workers: mostIn(window, coldStart) })),
});
