import type { ResolvedTopic } from '../model/topic';
import type { Rule } from './rule';

export const topicRules: readonly Rule<ResolvedTopic>[] = [];

/** Promises about topics that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
