import type { ResolvedArchitecture } from '../../model/architecture';
import { isExisting } from '../../model/existing';
import { elementId, type ElementId } from '../../model/name';
import type { BucketTrigger } from '../../model/trigger';
import { part, type Part, type PlanText } from '../part';
import { storedIn } from './location';
import { services } from './services';
import { tellsOfObjects, type GcpAgentRole } from './service-agent';
import { planLabels } from './tag';
import { planPublisherWait, type GcpWaitPlan } from './wait';

/** A notification of a bucket's events to its own topic, for one element that listens. */
export interface GcpEventsPlan {
  readonly topic: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    /** The regions that may store events. */
    readonly storedIn: readonly PlanText[];
    readonly needs: readonly string[];
  };
  /** The permission for Cloud Storage to publish to the topic. */
  readonly tells: GcpAgentRole<'roles/pubsub.publisher'>;
  /** The wait between that permission and the notifications, which need it at once. */
  readonly wait: GcpWaitPlan;
  /** One notification for each trigger, since each has its own events and its own prefix. */
  readonly notifications: readonly GcpNotificationPlan[];
}

/** https://cloud.google.com/storage/docs/pubsub-notifications */
export interface GcpNotificationPlan {
  readonly bucket: Part;
  readonly format: 'JSON_API_V1';
  readonly events: readonly GcpObjectEvent[];
  /** The prefix of the objects' names; absent: every object. */
  readonly prefix?: string;
}

export type GcpObjectEvent = 'OBJECT_ARCHIVE' | 'OBJECT_DELETE' | 'OBJECT_FINALIZE';

/** The events of one bucket that one element listens to, with what the triggers on it say. */
export function planEvents(
  bucket: string,
  triggers: readonly BucketTrigger[],
  topic: string,
  architecture: ResolvedArchitecture,
): GcpEventsPlan {
  const element: ElementId = elementId('buckets', bucket);
  const spec = architecture.buckets[bucket];
  // The owner of an existing bucket decides that, and may change it.
  const isVersioned = isExisting(spec) || spec?.versioned === true;
  return {
    topic: { name: topic, labels: planLabels(architecture.tags), storedIn, needs: [services.pubsub] },
    tells: tellsOfObjects,
    wait: planPublisherWait(topic),
    notifications: triggers.map(({ on, prefix }) => ({
      bucket: part(element, 'bucket', 'name'),
      format: 'JSON_API_V1',
      events: on.flatMap((what) => (what === 'created' ? ['OBJECT_FINALIZE' as const] : deletions(isVersioned))).sort(),
      ...(prefix !== undefined && { prefix }),
    })),
  };
}

/** An object that leaves an older version behind is archived; that version is deleted later. */
const deletions = (isVersioned: boolean): GcpObjectEvent[] =>
  isVersioned ? ['OBJECT_ARCHIVE', 'OBJECT_DELETE'] : ['OBJECT_DELETE'];
