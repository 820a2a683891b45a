import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Pointer } from '../resource';

/** What the alert policy of an element has to be, whatever the engine's words for it. */
export interface RightPolicy {
  readonly means: AlarmFact['means'];
  readonly displayName: string;
  readonly filter: unknown;
  readonly aligner: string;
  readonly reducer: string;
}

/** What an alert policy may be about; `name` is the pointer at what it watches. */
export interface Watched {
  readonly means: AlarmFact['means'];
  readonly name: Pointer | undefined;
}

const says = { 'dead letters': 'has dead letters', messages: 'has messages', errors: 'fails' } as const;

/** What the alert policy of a queue or of a function has to be. */
export function rightPolicy(architecture: string, element: ElementId, { means, name }: Watched): RightPolicy {
  const isQueue = means !== 'errors';
  return {
    means,
    displayName: `${architecture} ${element} ${says[means]}`,
    filter: {
      join: isQueue
        ? [
            'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
            name,
            '" AND metric.type = "pubsub.googleapis.com/subscription/num_undelivered_messages"',
          ]
        : [
            'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
            name,
            '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
          ],
    },
    aligner: isQueue ? 'ALIGN_MAX' : 'ALIGN_DELTA',
    reducer: isQueue ? 'REDUCE_MAX' : 'REDUCE_SUM',
  };
}

/** The service that an alarm waits for. */
export const alarmNeeds = 'monitoring.googleapis.com';

/** What Cloud Monitoring may do on the topic that it tells. */
export const agentRole = 'roles/pubsub.publisher';

/** Who Cloud Monitoring is in the project with that number. */
export const agent = (number: Pointer) => ({
  join: ['serviceAccount:service-', number, '@gcp-sa-monitoring-notification.iam.gserviceaccount.com'],
});
