import type { Facts } from '../facts/facts';
import { kinds } from '../model/kind';
import type { Target } from '../model/target';
import type { Cell, Matrix } from './outcome';
import type { Reading, Report } from './report';

/** A report by element. Differences outside of every element have a row of their own. */
export function matrixOf(readings: readonly Reading[], { differences, approximations }: Report): Matrix {
  const found = new Set(readings.flatMap(({ expected }) => elementsIn(expected)));
  // The foundation comes first, also where only the second cloud has one.
  const elements = [...found].sort((a, b) => Number(b === 'foundation') - Number(a === 'foundation'));
  const isElsewhere = (path: string) => !elements.some((element) => isOf(element, path));
  const row = (element: string, isMeant: (path: string) => boolean) => ({
    element,
    cells: readings.map(({ target, expected, at }): Cell => {
      const here = (said: { target: Target; path: string; place?: string }) =>
        said.target === target && (said.place === undefined || said.place === at?.path) && isMeant(said.path);
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

/** True if a path is inside an element: `tables.a.retain` is in `tables.a`, `tables.ab` isn't. */
const isOf = (element: string, path: string): boolean =>
  path.startsWith(element) && /^(?:$|[.!])/.test(path.slice(element.length));
