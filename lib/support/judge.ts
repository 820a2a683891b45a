import type { ResolvedArchitecture } from '../model/architecture';
import type { Target } from '../model/target';
import { alarmRules } from './alarm';
import { apiRules } from './api';
import { functionColdStartRules, serviceColdStartRules } from './cold-start';
import { functionDeliveryRules, serviceDeliveryRules } from './delivery';
import { foundationRules } from './foundation';
import { functionRules } from './function';
import { grantRules } from './grant';
import type { Rule } from './rule';
import { serviceRules } from './service';
import { queueRules } from './queue';
import { triggerRules } from './trigger';
import { topicRules } from './topic';
import { bucketRules } from './bucket';
import { secretRules } from './secret';
import { tableRules } from './table';
import { tagRules } from './tag';

/** What a target does with a field of an architecture, where that isn't just what the model says. */
export interface Judgement {
  readonly target: Target;
  /** With the element's name: `functions.report.architecture`. */
  readonly path: string;
  readonly is: 'approximated' | 'refused';
  readonly becomes?: string;
  readonly reason: string;
  readonly hint?: string;
}

/** All rules there are. */
export const rules = {
  architecture: [...tagRules, ...alarmRules],
  foundation: foundationRules,
  functions: [
    ...functionRules,
    ...functionColdStartRules,
    ...grantRules.functions,
    ...triggerRules,
    ...functionDeliveryRules,
  ],
  services: [...serviceRules, ...serviceColdStartRules, ...grantRules.services, ...serviceDeliveryRules],
  apis: apiRules,
  queues: queueRules,
  topics: topicRules,
  buckets: bucketRules,
  secrets: secretRules,
  tables: tableRules,
} as const;

/** Everything that `target` approximates or refuses in `architecture`. */
export function judge(architecture: ResolvedArchitecture, target: Target): Judgement[] {
  const { foundation } = architecture;
  return [
    ...applying(rules.architecture, '', architecture, architecture, target),
    ...(foundation ? applying(rules.foundation, '', foundation, architecture, target) : []),
    ...perElement(rules.functions, architecture.functions, architecture, target),
    ...perElement(rules.services, architecture.services, architecture, target),
    ...perElement(rules.apis, architecture.apis, architecture, target),
    ...perElement(rules.queues, architecture.queues, architecture, target),
    ...perElement(rules.topics, architecture.topics, architecture, target),
    ...perElement(rules.buckets, architecture.buckets, architecture, target),
    ...perElement(rules.secrets, architecture.secrets, architecture, target),
    ...perElement(rules.tables, architecture.tables, architecture, target),
  ];
}

function perElement<Element>(
  ofKind: readonly Rule<Element>[],
  elements: Readonly<Record<string, Element>>,
  architecture: ResolvedArchitecture,
  target: Target,
): Judgement[] {
  return Object.entries(elements).flatMap(([name, element]) => applying(ofKind, name, element, architecture, target));
}

function applying<Element>(
  ofKind: readonly Rule<Element>[],
  name: string,
  element: Element,
  architecture: ResolvedArchitecture,
  target: Target,
): Judgement[] {
  return ofKind
    .filter((rule) => rule.on.includes(target) && rule.applies({ name, element, architecture }))
    .map(({ path, is, becomes, reason, hint }) => ({ target, path: named(path, name), is, becomes, reason, hint }));
}

function named(path: string, name: string): string {
  const [kind, ...field] = path.split('.');
  return [kind, ...(name ? [name] : []), ...field].join('.');
}
