import type { ResolvedArchitecture } from '../model/architecture';
import { isExisting } from '../model/existing';
import { kinds, type Kind } from '../model/kind';
import type { Target } from '../model/target';
import { alarmRules } from './alarm';
import { apiRules } from './api';
import { functionColdStartRules, serviceColdStartRules } from './cold-start';
import { functionDeliveryRules, serviceDeliveryRules } from './delivery';
import { architectureExistingRules, functionExistingRules, serviceExistingRules } from './existing';
import { foundationRules } from './foundation';
import { functionRules } from './function';
import { grantRules } from './grant';
import type { Occurrence, Rule } from './rule';
import { serviceRules } from './service';
import { queueRules } from './queue';
import { triggerRules } from './trigger';
import { topicRules } from './topic';
import { bucketRules } from './bucket';
import { secretRules } from './secret';
import { tableRules } from './table';
import { tagRules } from './tag';
import { architectureTextRules, functionTextRules, serviceTextRules } from './text';

/** A field of an architecture that a target approximates or refuses. */
export interface Judgement {
  readonly target: Target;
  /** With the element's name: `functions.report.architecture`. */
  readonly path: string;
  readonly is: 'approximated' | 'refused';
  /** The result in words; absent where the field is refused. */
  readonly becomes?: string;
  readonly reason: string;
  /** The way around a refusal; absent where the field is approximated. */
  readonly hint?: string;
}

/** An element of a kind, resolved. */
export type ElementOf<K extends Kind> = ResolvedArchitecture[K][string];

/** The rules for elements of each kind. */
export const elementRules: { readonly [K in Kind]: readonly Rule<ElementOf<K>>[] } = {
  functions: [
    ...functionRules,
    ...functionColdStartRules,
    ...grantRules.functions,
    ...triggerRules,
    ...functionDeliveryRules,
    ...functionTextRules,
    ...functionExistingRules,
  ],
  services: [
    ...serviceRules,
    ...serviceColdStartRules,
    ...grantRules.services,
    ...serviceDeliveryRules,
    ...serviceTextRules,
    ...serviceExistingRules,
  ],
  apis: apiRules,
  queues: queueRules,
  topics: topicRules,
  buckets: bucketRules,
  tables: tableRules,
  secrets: secretRules,
};

/** All rules. */
export const rules = {
  architecture: [...tagRules, ...architectureTextRules, ...alarmRules, ...architectureExistingRules],
  foundation: foundationRules,
  ...elementRules,
} as const;

/** Everything that `target` approximates or refuses in `architecture`. */
export function judge(architecture: ResolvedArchitecture, target: Target): Judgement[] {
  const { foundation } = architecture;
  return [
    ...judgeOne(rules.architecture, { name: '', element: architecture, architecture }, target),
    ...(foundation ? judgeOne(rules.foundation, { name: '', element: foundation, architecture }, target) : []),
    ...kinds.flatMap((kind) => judgeKind(kind, architecture, target)),
  ];
}

function judgeKind<K extends Kind>(kind: K, architecture: ResolvedArchitecture, target: Target): Judgement[] {
  const elements = Object.entries(architecture[kind]) as [string, ElementOf<K>][];
  return elements.flatMap(([name, element]) =>
    // What something else owns has no fields that a target could approximate.
    isExisting(element) ? [] : judgeOne<ElementOf<K>>(elementRules[kind], { name, element, architecture }, target),
  );
}

const judgeOne = <Element>(
  ofKind: readonly Rule<Element>[],
  occurrence: Occurrence<Element>,
  target: Target,
): Judgement[] =>
  applying(ofKind, occurrence, target).map(({ path, is, becomes, reason, hint }) => ({
    target,
    path: withName(path, occurrence.name),
    is,
    becomes: becomes?.text,
    reason,
    hint,
  }));

/** The rules that apply to an element on a target. */
export const applying = <Element>(
  ofKind: readonly Rule<Element>[],
  occurrence: Occurrence<Element>,
  target: Target,
): readonly Rule<Element>[] => ofKind.filter((rule) => rule.on.includes(target) && rule.applies(occurrence));

function withName(path: string, name: string): string {
  const [kind, ...field] = path.split('.');
  return [kind, ...(name ? [name] : []), ...field].join('.');
}
