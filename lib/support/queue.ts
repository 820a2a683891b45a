import type { ResolvedQueue } from '../model/queue';
import type { Rule } from './rule';

export const queueRules: readonly Rule<ResolvedQueue>[] = [];

/** Promises about queues that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
