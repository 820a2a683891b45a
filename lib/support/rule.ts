import type { ResolvedArchitecture } from '../model/architecture';
import { cloudOf, targets, type Cloud, type Target } from '../model/target';

/** What becomes of a field on a target. */
export type Is = 'exact' | 'approximated' | 'refused';

/** An element, where a rule asks whether it applies to it. */
export interface Occurrence<Element> {
  readonly name: string;
  readonly element: Element;
  readonly architecture: ResolvedArchitecture;
}

/** A difference between the model and a target that is known, and said. What no rule speaks of is exact. */
export interface Rule<Element> {
  /** The field, without its element's name: `functions.architecture`. */
  readonly path: string;
  /** The values that are meant, in words; absent: any. */
  readonly value?: string;
  readonly on: readonly Target[];
  readonly is: 'approximated' | 'refused';
  /** What the value becomes there. */
  readonly becomes?: string;
  readonly reason: string;
  /** What to do instead. */
  readonly hint?: string;
  /** Whether an element is one that the rule speaks of. */
  readonly applies: (occurrence: Occurrence<Element>) => boolean;
}

/** Both engines of a cloud: what a cloud can't do depends on no engine. */
export const on = (cloud: Cloud): readonly Target[] => targets.filter((target) => cloudOf(target) === cloud);
