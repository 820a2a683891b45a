import type { ResolvedArchitecture } from '../../model/architecture';
import { outputsOf } from '../../model/output';
import type { PlanText } from '../part';
import { planTexts } from './text';

/** The stack's outputs, by name. */
export const planOutputs = (architecture: ResolvedArchitecture): Record<string, PlanText> =>
  planTexts(outputsOf(architecture), architecture);
