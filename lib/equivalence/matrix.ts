import type { Facts } from '../facts/facts';
import { kinds } from '../model/name';
import type { Target } from '../model/target';
import type { Reading, Report } from './report';

/** What a comparison found about one element on one target; `absent` where there has to be nothing, and is nothing. */
export type Cell = 'equal' | 'approximated' | 'different' | 'absent';

/** Elements × targets. */
export interface Matrix {
  readonly targets: readonly Target[];
  readonly rows: readonly { readonly element: string; readonly cells: readonly Cell[] }[];
}

/** What a report says, element by element. What lies in no element is a row of its own, if anything is said of it. */
export function matrixOf(readings: readonly Reading[], { differences, approximations }: Report): Matrix {
  const found = new Set(readings.flatMap(({ expected }) => elementsIn(expected)));
  // A cloud that has a ground of its own where another has none doesn't say so last.
  const elements = [...found].sort((a, b) => Number(b === 'foundation') - Number(a === 'foundation'));
  const isElsewhere = (path: string) => !elements.some((element) => isOf(element, path));
  const row = (element: string, isMeant: (path: string) => boolean) => ({
    element,
    cells: readings.map(({ target, expected }): Cell => {
      const here = (said: { target: Target; path: string }) => said.target === target && isMeant(said.path);
      if (differences.some(here)) return 'different';
      if (approximations.some(here)) return 'approximated';
      return element === 'foundation' && expected.foundation === undefined ? 'absent' : 'equal';
    }),
  });
  const rest = differences.some(({ path }) => isElsewhere(path)) ? [row('elsewhere', isElsewhere)] : [];
  return {
    targets: readings.map(({ target }) => target),
    rows: [...elements.map((element) => row(element, (path) => isOf(element, path))), ...rest],
  };
}

function elementsIn(facts: Facts): string[] {
  return [
    ...(facts.foundation === undefined ? [] : ['foundation']),
    ...kinds.flatMap((kind) => Object.keys(facts[kind]).map((name) => `${kind}.${name}`)),
    ...(Object.keys(facts.outputs).length > 0 ? ['outputs'] : []),
  ];
}

/** Whether a path is of an element: `tables.a` is `tables.a.retain`'s, and not `tables.ab`'s. */
const isOf = (element: string, path: string): boolean =>
  path.startsWith(element) && /^(?:$|[.!])/.test(path.slice(element.length));
