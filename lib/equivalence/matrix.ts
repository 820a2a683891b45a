import type { ResolvedArchitecture } from '../model/architecture';
import { kinds } from '../model/name';
import type { Target } from '../model/target';
import type { Report } from './report';

/** What a comparison found about one element on one target. */
export type Cell = 'equal' | 'approximated' | 'different';

/** Elements × targets. */
export interface Matrix {
  readonly targets: readonly Target[];
  readonly rows: readonly { readonly element: string; readonly cells: readonly Cell[] }[];
}

/** What a report says, element by element. What lies in no element is a row of its own, if anything is said of it. */
export function matrixOf(architecture: ResolvedArchitecture, report: Report): Matrix {
  const elements = [
    ...(architecture.foundation ? ['foundation'] : []),
    ...kinds.flatMap((kind) => Object.keys(architecture[kind]).map((name) => `${kind}.${name}`)),
    ...(Object.keys(architecture.outputs).length > 0 ? ['outputs'] : []),
  ];
  const isOf = (element: string, path: string) =>
    path === element || (/^[.!]/.test(path.slice(element.length)) && path.startsWith(element));
  const elsewhere = report.differences.some(({ path }) => !elements.some((element) => isOf(element, path)));
  const cell = (target: Target, isMeant: (path: string) => boolean): Cell => {
    const here = (said: { target: Target; path: string }) => said.target === target && isMeant(said.path);
    if (report.differences.some(here)) return 'different';
    return report.approximations.some(here) ? 'approximated' : 'equal';
  };
  const row = (element: string, isMeant: (path: string) => boolean) => ({
    element,
    cells: report.targets.map((target) => cell(target, isMeant)),
  });
  return {
    targets: report.targets,
    rows: [
      ...elements.map((element) => row(element, (path) => isOf(element, path))),
      ...(elsewhere ? [row('elsewhere', (path) => !elements.some((element) => isOf(element, path)))] : []),
    ],
  };
}
