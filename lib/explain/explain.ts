import type { ResolvedArchitecture } from '../model/architecture';
import { bases, type ColdStart } from '../model/cold-start';
import { elementId, type ElementId } from '../model/name';
import { howToSet } from '../model/parameters';
import { cloudOf, type Cloud, type Target } from '../model/target';
import { judge, type Judgement } from '../support/judge';
import type { Is } from '../support/rule';
import { requestsPerMinute } from '../support/workers';
import { storyOnAws } from './aws';
import { formatMoment } from './clock';
import { storyOnGcp } from './gcp';
import { instanceHoursOf, profileOf, type Change, type Profile } from './profile';
import { count, formatNumber, formatWarmth, type Story, type Subject } from './words';

/** The effect of an element's cold-start strategy on a target. */
export interface Explanation {
  /** `foundation` for the cost of its network. */
  readonly element: ElementId | 'foundation';
  /** The strategies in use, joined by `+`, or `none`. */
  readonly strategy: string;
  readonly target: Target;
  readonly is: Is;
  /** The number of warm workers at any load: now, and after each change in the next seven days. */
  readonly warm: readonly {
    /** ISO 8601, UTC, to the minute. */
    readonly from: string;
    readonly workers: number;
  }[];
  readonly sentences: readonly string[];
  /** Billed instance-hours for warm workers in a month of 730 hours; a minimum if scaling can add more. */
  readonly instanceHours: number;
}

/** Options of an explanation. */
export interface ExplainOptions {
  /** The start time, in milliseconds since the epoch. */
  readonly now: number;
  /** The price of an instance-hour, in any currency. @default no costs are shown */
  readonly price?: number;
  /** Paths of fields that depend on a parameter without a value, with that parameter. @default none */
  readonly unset?: Readonly<Record<string, string>>;
}

const stories: Readonly<Record<Cloud, (subject: Subject, target: Target) => Story>> = {
  aws: storyOnAws,
  gcp: storyOnGcp,
};

/** Explains each function and service on each of the architecture's targets, element by element. */
export function explainColdStarts(architecture: ResolvedArchitecture, options: ExplainOptions): Explanation[] {
  const judgements = architecture.targets.flatMap((target) => judge(architecture, target));
  return subjectsOf(architecture).flatMap(({ element, subject }) =>
    architecture.targets.map((target) => {
      const mine = judgements.filter((one) => one.target === target && one.path.startsWith(`${element}.coldStart`));
      return explain(element, subject, target, mine, options);
    }),
  );
}

/** The elements that can start cold. */
export const explainedElements = (architecture: ResolvedArchitecture): ElementId[] =>
  subjectsOf(architecture).map(({ element }) => element);

function subjectsOf({ functions, services }: ResolvedArchitecture): { element: ElementId; subject: Subject }[] {
  return [
    ...Object.entries(functions).map(([name, { coldStart }]) => ({
      element: elementId('functions', name),
      subject: { kind: 'functions', coldStart, isPublic: false } as const,
    })),
    ...Object.entries(services).map(([name, service]) => ({
      element: elementId('services', name),
      subject: {
        kind: 'services',
        coldStart: service.coldStart,
        isPublic: service.ingress === 'public',
        requestsPerMinute: requestsPerMinute(service),
        cpuAlways: service.cpuAlways,
      } as const,
    })),
  ];
}

function explain(
  element: ElementId,
  subject: Subject,
  target: Target,
  judgements: readonly Judgement[],
  options: ExplainOptions,
): Explanation {
  const about = { element, strategy: strategyOf(subject.coldStart), target };
  const unset = unsetSentences(element, options.unset ?? {});
  const refusals = judgements.filter(({ is }) => is === 'refused');
  if (refusals.length > 0) {
    const sentences = [...refusals.flatMap(refusalSentences), ...unset];
    return { ...about, is: 'refused', warm: [], sentences, instanceHours: 0 };
  }
  const story = stories[cloudOf(target)](subject, target);
  const profile = profileOf(story.warmth, options.now);
  const instanceHours = story.cost.calls === undefined ? instanceHoursOf(profile) : 0;
  return {
    ...about,
    is: judgements.length > 0 ? 'approximated' : 'exact',
    warm: profile.week.map(({ from, workers }) => ({ from: formatInstant(from), workers })),
    sentences: [
      ...windowSentences(story, profile, options.now),
      ...story.kept,
      ...story.beyond,
      ...story.deployment,
      ...costSentences(story, profile, instanceHours, options),
      ...judgements.map(approximationSentence),
      ...unset,
    ],
    instanceHours,
  };
}

/** The names of the strategies, in the order of the documentation. */
function strategyOf(coldStart: ColdStart): string {
  const names = (['warming', ...bases, 'scheduled'] as const).filter((name) => coldStart[name] !== undefined);
  return names.join('+') || 'none';
}

function windowSentences({ warmth, unit }: Story, { week, next }: Profile, now: number): string[] {
  if (warmth.windows.length === 0) return [];
  const say = ({ from, workers, timezone }: Change) =>
    `${formatNumber(workers)} from ${formatMoment(from, timezone, now)}`;
  return [
    `Warm ${unit}s: ${formatWarmth(warmth)}.`,
    `${[`Now ${formatNumber(week[0]!.workers)}`, ...next.map(say)].join('; ')}.`,
  ];
}

function costSentences(
  { cost: { calls, most, note }, warmth }: Story,
  profile: Profile,
  instanceHours: number,
  { now, price }: ExplainOptions,
): string[] {
  const notes = note === undefined ? [] : [note];
  if (calls !== undefined) {
    return [`Cost of keeping them warm: ${count(Math.round(calls), 'call')} per month, no instance-hours.`, ...notes];
  }
  if (warmth.base === 0 && warmth.windows.length === 0) return ['Cost: no instance-hours.'];
  const highest = most && instanceHoursOf(profileOf(most, now));
  const upTo = highest === undefined || highest === instanceHours ? undefined : highest;
  const least = upTo === undefined ? '' : 'at least ';
  const money = (hours: number) => formatMoney(hours * price!);
  return [
    `Cost of keeping them warm: ${least}${count(instanceHours, 'instance-hour')} per month${profile.isWeekly ? '' : ', averaged over a year'}${upTo === undefined ? '' : `, at most ${formatNumber(upTo)}`}.`,
    ...(price === undefined
      ? []
      : [
          `At ${price} per hour: ${least}${money(instanceHours)} per month${upTo === undefined ? '' : `, at most ${money(upTo)}`}.`,
        ]),
    ...notes,
  ];
}

const formatMoney = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function refusalSentences({ path, reason, hint }: Judgement): string[] {
  return [`Refused: ${reason} (${path}).`, ...(hint === undefined ? [] : [`Instead: ${hint}.`])];
}

function approximationSentence({ path, becomes, reason }: Judgement): string {
  const field = path.split('.').slice(3).join('.');
  return becomes === undefined
    ? `Approximated: ${field} (${reason}).`
    : `Approximated: ${field} is rendered as ${becomes} (${reason}).`;
}

const unsetSentences = (element: ElementId, unset: Readonly<Record<string, string>>): string[] =>
  Object.entries(unset)
    .filter(([path]) => path.startsWith(`${element}.coldStart.`))
    .map(([path, parameter]) => {
      const field = path.slice(`${element}.coldStart.`.length);
      return `Not included: ${field}, because the parameter ${parameter} has no value (${howToSet(parameter)}).`;
    });

/** `2026-11-24T13:34:00Z` */
const formatInstant = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z');
