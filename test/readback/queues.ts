/** What is said of a queue and of a topic that were written by hand, once for each engine. */
export const onAws = {
  queue: {
    maxDeliveryAttempts: 3,
    retentionDays: 2,
    timeoutSeconds: 90,
    ordered: true,
    alarms: [],
    deadLetters: { retentionDays: 14 },
    encrypted: true,
    senders: [],
    tags: { team: 'x' },
  },
  topic: { tags: { team: 'x' } },
};

/** The same on GCP, where each has names of its own and the platform encrypts. */
export const onGcp = {
  queue: {
    maxDeliveryAttempts: 6,
    retentionDays: 2,
    timeoutSeconds: 90,
    ordered: true,
    alarms: [],
    deadLetters: { retentionDays: 14 },
    getsDeadLetters: true,
    physicalNames: {
      topic: 'shop-q-01234567',
      deadLetterTopic: 'shop-q-89abcdef',
      deadLetters: 'shop-q-89abcdef',
      subscription: 'shop-q-01234567',
    },
    needs: ['pubsub.googleapis.com'],
    tags: { team: 'x' },
  },
  topic: { physicalName: 'shop-t-01234567', needs: ['pubsub.googleapis.com'], tags: { team: 'x' } },
};
