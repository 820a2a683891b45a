import { mostIn, mostWorkersOf, type ColdStart } from '../model/cold-start';
import { minutesOf } from '../model/rate';
import type { Warmth } from './profile';
import { formatWindow } from './week';

/** The properties of an element that affect its cold starts. */
export interface Subject {
  readonly kind: 'functions' | 'services';
  readonly coldStart: ColdStart;
  /** True if a load balancer on AWS sends requests to it. */
  readonly isPublic: boolean;
  /** Requests per minute at which AWS adds a container; absent on functions. */
  readonly requestsPerMinute?: number;
  /** True if its CPU stays allocated between requests, also on Google Cloud. */
  readonly cpuAlways?: boolean;
}

/** The behavior of a cloud for an element, in sentences. */
export interface Story {
  /** The cloud's term for a worker. */
  readonly unit: string;
  readonly warmth: Warmth;
  /** The way in which workers are kept warm; windows are described separately. */
  readonly kept: readonly string[];
  /** The behavior in a burst beyond the warm workers. */
  readonly beyond: readonly string[];
  readonly deployment: readonly string[];
  readonly cost: Cost;
}

/** The cost of keeping workers warm. */
export interface Cost {
  /** Warm-up calls per month, if only these are billed. @default instance-hours are billed */
  readonly calls?: number;
  /** The upper bound of load-based scaling. @default only windows change the number */
  readonly most?: Warmth;
  /** A further sentence. @default none */
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

/** `0.7` → `70%` */
export const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;

/** `5m` → `every 5 minutes` */
export function formatRate(rate: string): string {
  const minutes = minutesOf(rate)!;
  if (minutes === 24 * 60) return 'once a day';
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
  return value === 1 ? `every ${unit}` : `every ${value} ${unit}s`;
}

/** The number of times that a rate occurs in a month of 730 hours. */
export const timesAMonth = (rate: string): number => (730 * 60) / minutesOf(rate)!;

/** `Mon–Fri 08:00–18:00 Europe/Berlin: 20, otherwise 2` */
export const formatWarmth = ({ base, windows }: Warmth): string =>
  [
    ...windows.map((window) => `${formatWindow(window)}: ${formatNumber(window.workers)}`),
    `otherwise ${formatNumber(base)}`,
  ].join(', ');

/** The upper bounds: `50 (100 in window office-hours)`; windows with the same bound as the base are left out. */
export function formatMost(coldStart: ColdStart): string {
  const most = mostWorkersOf(coldStart)!;
  const others = (coldStart.scheduled ?? [])
    .map((window) => ({ name: window.name, most: mostIn(window, coldStart) }))
    .filter((window) => window.most !== most)
    .map((window) => `${formatNumber(window.most)} in window ${window.name}`);
  return `${formatNumber(most)}${others.length > 0 ? ` (${others.join(', ')})` : ''}`;
}

/** The warm workers of a strategy on a cloud, with `cap` applied to the number in every window. */
export const warmthOf = (coldStart: ColdStart, base: number, cap: (workers: number) => number): Warmth => ({
  base,
  windows: (coldStart.scheduled ?? []).map(({ start, end, timezone, min }) => ({
    start,
    end,
    timezone,
    workers: cap(min),
  })),
});
