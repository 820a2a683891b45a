import type { ResolvedArchitecture } from '../../model/architecture';
import { outputsOf } from '../../model/output';
import type { PlanText } from '../part';
import { planTexts } from './text';

/** What a deployment tells: names of values. */
export const planOutputs = (architecture: ResolvedArchitecture): Record<string, PlanText> =>
  planTexts(outputsOf(architecture), architecture);
