import type { ResolvedSecret } from '../model/secret';
import type { Rule } from './rule';

export const secretRules: readonly Rule<ResolvedSecret>[] = [];

/** Promises about secrets that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
