import type { ResolvedTopic } from '../model/topic';
import type { Rule } from './rule';

export const topicRules: readonly Rule<ResolvedTopic>[] = [];
