/** Kinds of elements that are part of the model, but not rendered yet. */
export const laterKinds = ['queues', 'topics', 'buckets', 'secrets'] as const;
