import type { ResolvedTopic } from '../model/topic';
import type { Rule } from './rule';

export const topicRules: readonly Rule<ResolvedTopic>[] = [];

/** Promises about topics that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = {
  aws: { encrypted: 'SNS keeps messages on encrypted disks' },
  gcp: { encrypted: 'Pub/Sub encrypts every message at rest' },
} as const;
