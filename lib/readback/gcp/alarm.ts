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

/** What the alert policy of a queue or of a function has to be; `named` is the pointer at what it watches. */
export function rightPolicy(architecture: string, element: ElementId, named: Pointer): RightPolicy {
  return element.startsWith('queues.')
    ? {
        means: 'dead letters',
        displayName: `${architecture} ${element} has dead letters`,
        filter: {
          join: [
            'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
            named,
            '" AND metric.type = "pubsub.googleapis.com/subscription/num_undelivered_messages"',
          ],
        },
        aligner: 'ALIGN_MAX',
        reducer: 'REDUCE_MAX',
      }
    : {
        means: 'errors',
        displayName: `${architecture} ${element} fails`,
        filter: {
          join: [
            'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
            named,
            '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
          ],
        },
        aligner: 'ALIGN_DELTA',
        reducer: 'REDUCE_SUM',
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
