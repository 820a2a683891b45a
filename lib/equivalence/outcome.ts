import type { Target } from '../model/target';

/** The result for one element on one target; `absent` if the target needs no such element and has none. */
export type Cell = 'equal' | 'approximated' | 'different' | 'absent';

/** Elements × targets. */
export interface Matrix {
  readonly targets: readonly Target[];
  readonly rows: readonly { readonly element: string; readonly cells: readonly Cell[] }[];
}

/** The resources of one stack of an app that aren't compared. */
export interface NotJudged {
  readonly target: Target;
  readonly stack: string;
  readonly resources: number;
}
