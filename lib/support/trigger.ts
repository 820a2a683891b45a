import type { ResolvedFunction } from '../model/function';
import type { Rule } from './rule';

export const triggerRules: readonly Rule<ResolvedFunction>[] = [];
