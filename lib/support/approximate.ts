import type { ResolvedArchitecture } from '../model/architecture';
import type { Kind } from '../model/kind';
import type { Target } from '../model/target';
import { applying, elementRules, rules, type ElementOf } from './judge';
import type { Occurrence, Rule } from './rule';

/**
 * An element as a target states it: its own fields, each as the rules that apply leave it. A field of which nothing can
 * be said there is undefined, whatever its type says.
 */
export function approximate<K extends Kind>(
  kind: K,
  occurrence: Occurrence<ElementOf<K>>,
  target: Target,
): ElementOf<K> {
  return restate<ElementOf<K>>(elementRules[kind], occurrence, target);
}

/** The fields of a whole architecture, such as its tags, as a target states them. */
export const approximateArchitecture = (architecture: ResolvedArchitecture, target: Target): ResolvedArchitecture =>
  restate(rules.architecture, { name: '', element: architecture, architecture }, target);

/** The rules are asked about the element as it is resolved, and each changes what the ones before it have left. */
const restate = <Element>(ofKind: readonly Rule<Element>[], occurrence: Occurrence<Element>, target: Target): Element =>
  applying(ofKind, occurrence, target).reduce(
    (element, { becomes }) => ({ ...element, ...(becomes?.value({ ...occurrence, element }) as Partial<Element>) }),
    occurrence.element,
  );
