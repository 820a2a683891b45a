import { leastWorkers, mostIn, mostWorkersEver, mostWorkersOf, type ColdStart } from '../model/cold-start';
import { requestsPerMinute } from '../support/workers';
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

/** What becomes of an element's workers on AWS. */
export const storyOnAws = (subject: Subject): Story =>
  subject.kind === 'functions' ? functionStory(subject) : serviceStory(subject);

/** Environments that Lambda starts for a function: https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html */
const startsInTenSeconds = 1_000;

/** What an account may run at once in a region, unless it asks for more: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
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

/** A function of its own makes the calls. */
const costOfCalls = ({ instances, every }: NonNullable<ColdStart['warming']>): Cost => ({
  calls: instances * timesAMonth(every),
  note: `So are the ${count(Math.round(timesAMonth(every)), 'call')} of the warmer that makes them.`,
});

function keptFunction(coldStart: ColdStart, base: number): string[] {
  const { warming, utilization, scheduled } = coldStart;
  if (warming) {
    return [
      `${capital(formatRate(warming.every))}, ${countIs(base, 'environment')} invoked${base === 1 ? '' : ' at once'} to stay warm.`,
      // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
      "Lambda doesn't say how long it keeps an idle one, and ends each after some hours all the same: what is invoked next starts cold.",
    ];
  }
  if (base === 0 && !scheduled) {
    return [
      `Nothing is kept warm: a call that finds no idle environment starts one, cold. A burst can start ${formatNumber(startsInTenSeconds)} every 10 seconds.`,
    ];
  }
  const always = scheduled ? [] : [`${countIs(base, 'environment')} always warm, on the alias \`live\`.`];
  if (!utilization) return always;
  return [
    ...always,
    // https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
    `As more than ${percent(utilization.target)} of them are in use, Application Auto Scaling adds warm ones, and takes them away again: up to ${formatMost(coldStart)}. It goes by averages, which a short burst may not move.`,
  ];
}

/**
 * Provisioned concurrency spills over to environments on demand, and reserved concurrency is where Lambda throttles:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
function beyondFunction(coldStart: ColdStart, base: number): string[] {
  const cap = coldStart.provisioned === undefined ? mostWorkersEver(coldStart) : undefined;
  const isWarm = base > 0 || coldStart.scheduled !== undefined;
  return [
    ...(isWarm && cap !== base
      ? [
          `Beyond them, a burst starts new environments, cold, up to ${formatNumber(startsInTenSeconds)} more every 10 seconds.`,
        ]
      : []),
    cap === undefined
      ? `What the account may run at once, ${formatNumber(accountConcurrency)} by default and for all functions together, is the limit: calls above it are throttled (429).`
      : `At ${count(cap, 'call')} at once, which are reserved for it, further ones are throttled (429).`,
  ];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html */
function deployedFunction({ warming }: ColdStart, isWarm: boolean): string {
  if (warming)
    return `A deployment publishes a new version, whose environments are cold until they are invoked: by callers, or ${formatRate(warming.every)}.`;
  if (!isWarm) return 'A deployment publishes a new version, whose first environments start cold.';
  return "A deployment moves the alias to a new version, and what is warm moves with it: Lambda takes it from the old version, then gives it to the new one. Both at once can't be had: until the new ones are warm, calls can start cold.";
}

function serviceStory({ coldStart, isPublic }: Subject): Story {
  const { provisioned, utilization, dynamic, scheduled } = coldStart;
  const base = leastWorkers(coldStart);
  const scales = utilization
    ? `their average CPU passes ${percent(utilization.target)}`
    : `they get more than ${formatNumber(requestsPerMinute)} requests a minute each`;
  const most = dynamic || utilization ? mostWarmth(coldStart) : undefined;
  return {
    unit: 'container',
    warmth: warmthOf(coldStart, base, asItIs),
    kept: scheduled ? [] : [`${count(base, 'container')} always ${base === 1 ? 'runs' : 'run'}.`],
    beyond: [
      provisioned === undefined
        ? `As ${scales}, ECS starts more: up to ${formatMost(coldStart)}. Until those are healthy, a burst has nothing but what runs already.`
        : 'Nothing is added for a burst: it has nothing but what runs already.',
      // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
      ...(isPublic ? ['The load balancer answers 503 while no container is registered with it.'] : []),
    ],
    // At least 100 % and at most 200 %: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
    deployment: [
      'A deployment starts new containers beside the old ones, up to as many again, and stops old ones as new ones are healthy: there are never fewer.',
    ],
    cost: most ? { most } : {},
  };
}

const asItIs = (workers: number): number => workers;

/** The upper bounds, as the lower ones hold. */
const mostWarmth = (coldStart: ColdStart): Warmth => ({
  base: mostWorkersOf(coldStart)!,
  windows: (coldStart.scheduled ?? []).map((window) => ({ ...window, workers: mostIn(window, coldStart) })),
});
