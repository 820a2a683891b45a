import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, splitElementId, type ElementId } from '../../model/name';
import { retrySpec, type BucketTrigger, type WithTriggers } from '../../model/trigger';
import type { Naming } from '../name';
import { part, type Part } from '../part';
import { planBucketPush, planQueuePush, planTopicPush, type GcpPushPlan } from './push';
import { createsTokens, type GcpAgentRole } from './service-agent';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { planTimer, type GcpCalled, type GcpTimerPlan } from './timer';

/**
 * The schedules, queues, topics and buckets that invoke an element. Each trigger calls a path of its own.
 *
 * Cloud Scheduler and Pub/Sub reach an element that is closed to the internet: in the element's own project, their
 * requests to its run.app address count as internal traffic. https://cloud.google.com/run/docs/securing/ingress
 */
export interface GcpTriggerPlan {
  readonly element: ElementId;
  /** The service account with which all of them call. */
  readonly serviceAccount: GcpServiceAccountPlan;
  /**
   * The Cloud Run service that it may call, by name, and no other: a function's has the function's own. Only its policy
   * decides who invokes a function: https://cloud.google.com/functions/docs/securing/authenticating
   */
  readonly invokes: { readonly on: Part; readonly role: 'roles/run.invoker' };
  /** Pub/Sub's permission to create tokens of that service account; absent: nothing is pushed. */
  readonly signs?: GcpAgentRole<'roles/iam.serviceAccountOpenIdTokenCreator'>;
  readonly timers: readonly GcpTimerPlan[];
  readonly pushes: readonly GcpPushPlan[];
}

/** The default timeout of a request to a Cloud Run service, in seconds: https://cloud.google.com/run/docs/configuring/request-timeout */
const cloudRunTimeoutSeconds = 300;

/** Everything that invokes elements without being waited for. */
export function planTriggers(architecture: ResolvedArchitecture, naming: Naming): GcpTriggerPlan[] {
  return (['functions', 'services'] as const).flatMap((kind) =>
    Object.keys(architecture[kind])
      .sort()
      .filter((name) => architecture[kind][name]!.triggers.length > 0)
      .map((name) => planTrigger(elementId(kind, name), architecture, naming)),
  );
}

function planTrigger(element: ElementId, architecture: ResolvedArchitecture, naming: Naming): GcpTriggerPlan {
  const { kind, name } = splitElementId(element);
  const own = kind === 'functions' ? 'function' : 'service';
  const timeoutSeconds = architecture.functions[kind === 'functions' ? name : '']?.timeoutSeconds;
  const called = { element, url: part(element, own, 'url'), timeoutSeconds: timeoutSeconds ?? cloudRunTimeoutSeconds };
  const spec = architecture[kind as 'functions' | 'services'][name]!;
  const pushes = planPushes(spec, called, architecture, naming);
  return {
    element,
    serviceAccount: planServiceAccount(element, naming, 'trigger'),
    invokes: { on: part(element, own, 'name'), role: 'roles/run.invoker' },
    ...(pushes.length > 0 && { signs: createsTokens }),
    timers: planTimers(spec, called, naming),
    pushes,
  };
}

const defaultRetry = retrySpec.parse({});

const planTimers = ({ triggers, retry = defaultRetry }: WithTriggers, called: GcpCalled, naming: Naming) =>
  triggers.flatMap((trigger, index) =>
    'schedule' in trigger || 'rate' in trigger ? [planTimer(index, trigger, called, retry, naming)] : [],
  );

function planPushes(
  { triggers, retry = defaultRetry }: WithTriggers,
  called: GcpCalled,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpPushPlan[] {
  const onBuckets = triggers.filter((trigger): trigger is BucketTrigger => 'bucket' in trigger);
  return [
    ...triggers.flatMap((trigger) => {
      if ('queue' in trigger) return [planQueuePush(trigger, called, architecture, naming)];
      return 'topic' in trigger ? [planTopicPush(trigger, called, retry, architecture, naming)] : [];
    }),
    ...[...new Set(onBuckets.map(({ bucket }) => bucket))].map((bucket) => {
      const ofIt = onBuckets.filter((trigger) => trigger.bucket === bucket);
      return planBucketPush(bucket, ofIt, called, retry, architecture, naming);
    }),
  ];
}
