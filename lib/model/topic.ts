import { z } from 'zod';

/** Topic whose events every subscriber receives. Encrypted. */
export const topicSpec = z.strictObject({});

export type TopicSpec = z.input<typeof topicSpec>;
export type ResolvedTopic = z.output<typeof topicSpec>;
