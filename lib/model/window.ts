import { camelCase } from './name';
import type { Finding, Path } from './problem';
import { addTo, coverOf, meet, noMinutes, type Cover, type Window } from './window-cover';

export type { Window } from './window-cover';

/** Finds windows that overlap or touch, so that their order isn't defined. */
export function windowProblems(path: Path, windows: readonly Window[]): Finding[] {
  const oneZone = new Set(windows.map(({ timezone }) => timezone)).size === 1;
  const covers = windows.map((window) => coverOf(window, oneZone));
  const rivals = rivalsIn(covers.map((cover) => (typeof cover === 'string' ? [] : cover)));
  return windows.flatMap((window, index): Finding[] => {
    const mine = covers[index]!;
    const times = timesOf(path, index);
    if (typeof mine === 'string') return [{ path: [...path, index], restsOn: times, message: mine }];
    const twin = windows.findIndex(({ name }) => camelCase(name) === camelCase(window.name));
    const rival = rivals[index];
    return [
      ...(twin < index
        ? [{ path: [...path, index, 'name'], message: sameName(windows[twin]!.name, window.name) }]
        : []),
      ...(rival === undefined
        ? []
        : [
            {
              path: [...path, index],
              restsOn: [[...path, rival, 'name'], ...timesOf(path, rival), ...times],
              message: `overlaps ${windows[rival]!.name}, or one begins in the minute in which the other ends`,
              hint: 'leave a minute between two windows: changes in the same minute have no defined order',
            },
          ]),
    ];
  });
}

/** The fields that decide when a window applies; its numbers of workers don't. */
const timesOf = (path: Path, index: number): readonly Path[] =>
  ['start', 'end', 'timezone'].map((field) => [...path, index, field]);

/** Names of windows are parts of names in engines, some of which leave out hyphens: `a-1` and `a1` both become `a1`. */
const sameName = (first: string, name: string): string =>
  first === name
    ? `is already the name of another window: ${name}`
    : `becomes ${camelCase(name)} without hyphens, as ${first} does`;

/** For each cover, the first one before it that has a minute in common with it; undefined if none has. */
function rivalsIn(covers: readonly Cover[]): readonly (number | undefined)[] {
  const rivals: (number | undefined)[] = covers.map(() => undefined);
  for (const day of distinctDays(covers)) {
    const before = noMinutes();
    day.forEach((mine, index) => {
      if (!mine) return;
      // Most windows meet no other one, which one comparison shows.
      const candidates = meet(before, mine) ? day.slice(0, rivals[index] ?? index) : [];
      const rival = candidates.findIndex((other) => other && meet(other, mine));
      if (rival >= 0) rivals[index] = rival;
      addTo(before, mine);
    });
  }
  return rivals;
}

/** The minutes of all covers on each day; days on which all covers have the same minutes are one. */
function distinctDays(covers: readonly Cover[]): Iterable<readonly Cover[number][]> {
  const numbers = new Map<Cover[number], number>();
  const numberOf = (minutes: Cover[number]): number => {
    const number = numbers.get(minutes) ?? numbers.size;
    numbers.set(minutes, number);
    return number;
  };
  const found = new Map<string, readonly Cover[number][]>();
  const count = Math.max(0, ...covers.map(({ length }) => length));
  for (let day = 0; day < count; day++) {
    const minutes = covers.map((cover) => cover[day]);
    found.set(minutes.map(numberOf).join(), minutes);
  }
  return found.values();
}
