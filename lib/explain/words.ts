import { mostIn, mostWorkersOf, type ColdStart } from '../model/cold-start';
import { minutesOf } from '../model/cron';
import type { Warmth } from './profile';
import { formatWindow } from './week';

/** What is explained: an element, as far as it decides how cold starts are met. */
export interface Subject {
  readonly kind: 'functions' | 'services';
  readonly coldStart: ColdStart;
  /** Whether a load balancer on AWS sends requests to it. */
  readonly isPublic: boolean;
}

/** What a cloud does for an element, in sentences. */
export interface Story {
  /** What a worker is called there. */
  readonly unit: string;
  readonly warmth: Warmth;
  /** How they are kept warm; when, where it isn't always, is said after it. */
  readonly kept: readonly string[];
  /** What a burst beyond them meets. */
  readonly beyond: readonly string[];
  readonly deployment: readonly string[];
  readonly cost: Cost;
}

/** What it costs to keep workers warm. */
export interface Cost {
  /** Times a month that workers are invoked to stay warm, which is all that is paid for then; absent: their hours are. */
  readonly calls?: number;
  /** The most that scaling by the load may make of them, hour by hour; absent: nothing but windows changes them. */
  readonly most?: Warmth;
  readonly note?: string;
}

/** `1,000` */
export const formatNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** `1 instance`, `1,000 instances` */
export const count = (value: number, noun: string): string => `${formatNumber(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `20 instances are`, `1 instance is` */
export const countIs = (value: number, noun: string): string => `${count(value, noun)} ${value === 1 ? 'is' : 'are'}`;

/** `every hour` → `Every hour` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `0.7` → `70 %` */
export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;

/** `5m` → `every 5 minutes` */
export function formatRate(rate: string): string {
  const minutes = minutesOf(rate)!;
  if (minutes === 24 * 60) return 'once a day';
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
  return value === 1 ? `every ${unit}` : `every ${value} ${unit}s`;
}

/** How often something that comes at a rate comes in a month of 730 hours. */
export const timesAMonth = (rate: string): number => (730 * 60) / minutesOf(rate)!;

/** `Mon–Fri 08:00–18:00 Europe/Berlin: 20, otherwise 2` */
export const formatWarmth = ({ base, windows }: Warmth): string =>
  [
    ...windows.map((window) => `${formatWindow(window)}: ${formatNumber(window.workers)}`),
    `otherwise ${formatNumber(base)}`,
  ].join(', ');

/** The most workers there are: `50, in office-hours 100` */
export const formatMost = (coldStart: ColdStart): string =>
  [
    formatNumber(mostWorkersOf(coldStart)!),
    ...(coldStart.scheduled ?? []).map((window) => `in ${window.name} ${formatNumber(mostIn(window, coldStart))}`),
  ].join(', ');

/** What windows make of a base, as a cloud counts: with `cap` applied to every number. */
export const warmthOf = (coldStart: ColdStart, base: number, cap: (workers: number) => number): Warmth => ({
  base,
  windows: (coldStart.scheduled ?? []).map(({ start, end, timezone, min }) => ({
    start,
    end,
    timezone,
    workers: cap(min),
  })),
});
