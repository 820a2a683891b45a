import type { ResolvedArchitecture } from '../../model/architecture';
import { outputsOf } from '../../model/output';
import type { PlanText } from '../part';
import { planText } from './text';

/** What a deployment tells: names of values. */
export function planOutputs(architecture: ResolvedArchitecture): Record<string, PlanText> {
  return Object.fromEntries(
    Object.entries(outputsOf(architecture)).map(([name, text]) => [name, planText(text, architecture)]),
  );
}
