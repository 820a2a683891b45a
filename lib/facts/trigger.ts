import type { Retry, Triggers } from '../model/trigger';

/** STUB: what an artefact says of what invokes an element, in the model's words. */
export type TriggerFact = Readonly<Record<string, unknown>>;

/** What a right rendering says on AWS. */
export function expectAwsTriggers(_triggers: Triggers, _retry: Retry): readonly TriggerFact[] {
  return [];
}

/** What a right rendering says on GCP. */
export function expectGcpTriggers(_triggers: Triggers, _retry: Retry): readonly TriggerFact[] {
  return [];
}
