import type { Resource } from '../resource';
import { spell } from '../spell';
import { pathIn, type Dialect } from './dialect';

/** Requires that a topic stores messages in the architecture's region only. */
export const isStoredHere = (topic: Resource, dialect: Dialect): boolean =>
  topic.fixed(
    pathIn(dialect, 'message_storage_policy'),
    spell(dialect, { allowed_persistence_regions: [dialect.region] }),
  );

/** Requires that a secret's versions are in the architecture's region only. */
export const isReplicatedHere = (secret: Resource, dialect: Dialect): boolean =>
  secret.fixed(
    pathIn(dialect, 'replication'),
    spell(dialect, { user_managed: { replicas: [{ location: dialect.region }] } }),
  );
