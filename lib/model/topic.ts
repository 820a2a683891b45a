import { z } from 'zod';

/** Events that go to everybody who listens. Encrypted. */
export const topicSpec = z.strictObject({});

export type TopicSpec = z.input<typeof topicSpec>;
export type ResolvedTopic = z.output<typeof topicSpec>;
