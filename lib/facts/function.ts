import { environmentOf, type ResolvedFunction } from '../model/function';
import { usesOf } from '../model/grant';
import { elementId, type ElementId } from '../model/name';
import { loneFunction } from '../support/api';
import { isUsed } from '../support/function';
import { expectFunctionAlarms, type AlarmFact } from './alarm';
import { expectAwsFunctionColdStart, expectGcpFunctionColdStart, type ColdStartFact } from './cold-start';
import type { Expectation } from './expectation';
import { expectGcpRetry, expectGcpTriggers, expectTriggerNames, type TriggerNames } from './delivery';
import { expectAwsUses, expectGcpUses } from './grant';
import { expectName } from './name';
import { expectScheduler, type SchedulerNames } from './schedule';
import { expectAwsRetry, expectAwsTriggers, type RetryFact, type TriggerFact } from './trigger';
import { expectLabels } from './tag';
import { expectTexts } from './text';
import { expectWarmer, type WarmerNames } from './warmer';

/** Somebody who may invoke a function, and what they invoke. */
export interface Invocation {
  readonly by: ElementId | 'anyone';
  readonly through: 'alias' | 'function';
}

/** What an artefact says about a function. */
export interface FunctionFact {
  /** On AWS just `go` for every version of Go, which Lambda doesn't know. */
  readonly runtime: string;
  readonly handler: string;
  readonly code: { readonly sha256: string };
  readonly architecture?: string;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  /** References in the model's own form. */
  readonly environment: Readonly<Record<string, string>>;
  readonly http?: 'public' | 'private';
  readonly uses: Readonly<Record<string, string>>;
  readonly coldStart: ColdStartFact;
  /** On AWS. */
  readonly logFormat?: 'text' | 'json';
  /** On AWS. */
  readonly tracing?: boolean;
  readonly logRetentionDays?: number;
  /** What invokes it by the clock, for a message, or for an event. */
  readonly triggers: readonly TriggerFact[];
  /** What becomes of events for which it fails, where the platform has a place to say it. */
  readonly retry?: Partial<RetryFact>;
  /** What tells people that it fails. */
  readonly alarms: readonly AlarmFact[];
  /** Everybody who may invoke it, in order of name. */
  readonly invokedBy: readonly Invocation[];
  /** Where a name is ours to give. */
  readonly physicalNames?: {
    readonly function?: string;
    readonly role?: string;
    readonly serviceAccount?: string;
    readonly scheduler?: SchedulerNames;
    readonly warmer?: WarmerNames;
    readonly trigger?: TriggerNames;
  };
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of a function says on AWS. */
export function expectAwsFunction(name: string, spec: ResolvedFunction, expectation: Expectation): FunctionFact {
  return {
    ...common(name, spec, expectation),
    environment: expectTexts(environmentOf(spec), 'aws', expectation.architecture),
    runtime: spec.runtime.startsWith('go') ? 'go' : spec.runtime,
    handler: spec.handler.aws ?? '',
    architecture: spec.architecture,
    coldStart: expectAwsFunctionColdStart(spec.coldStart),
    ...(spec.http && { http: spec.http }),
    uses: expectAwsUses(usesOf(spec)),
    logFormat: spec.logFormat,
    tracing: spec.tracing,
    logRetentionDays: spec.logRetentionDays,
    triggers: expectAwsTriggers(spec.triggers, expectation.architecture.queues),
    retry: expectAwsRetry(spec.retry),
    alarms: expectFunctionAlarms(expectation.architecture),
    invokedBy: invocations(
      [
        ...(spec.http === 'public' ? (['anyone'] as const) : []),
        ...routers(name, expectation).map((api) => elementId('apis', api)),
        // Schedules invoke with a role, and messages of a queue are taken with the function's own.
        ...spec.triggers.flatMap((trigger) => {
          if ('topic' in trigger) return [elementId('topics', trigger.topic)];
          return 'bucket' in trigger ? [elementId('buckets', trigger.bucket)] : [];
        }),
      ],
      'alias',
    ),
    tags: expectation.architecture.tags,
  };
}

/** What builds and runs a function. */
const functionNeeds = ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'run'].map(
  (name) => `${name}.googleapis.com`,
);

/** What a right rendering of a function says on GCP. */
export function expectGcpFunction(name: string, spec: ResolvedFunction, expectation: Expectation): FunctionFact {
  const { architecture } = expectation;
  const lone = routers(name, expectation).filter(
    (api) => loneFunction(architecture.apis[api]!, architecture) !== undefined,
  );
  const balanced = routers(name, expectation).filter((api) => !lone.includes(api));
  const open = spec.http === 'public' || lone.length > 0;
  return {
    ...common(name, spec, expectation),
    environment: expectTexts(environmentOf(spec), 'gcp', expectation.architecture),
    runtime: spec.runtime,
    handler: spec.handler.gcp ?? '',
    coldStart: expectGcpFunctionColdStart(spec.coldStart),
    // A function that anybody may call at its own address is `public`, whoever asked for it; one that others use is
    // reached there as well.
    ...(open
      ? { http: 'public' as const }
      : (spec.http ?? isUsed(name, expectation.architecture)) && { http: 'private' as const }),
    uses: expectGcpUses(usesOf(spec)),
    triggers: expectGcpTriggers(spec.triggers),
    ...expectGcpRetry(spec),
    alarms: expectFunctionAlarms(expectation.architecture),
    invokedBy: invocations(
      [...(open ? (['anyone'] as const) : []), ...balanced.map((api) => elementId('apis', api))],
      'function',
    ),
    physicalNames: {
      function: expectName(expectation.naming, 'functions', name, 49),
      serviceAccount: expectName(expectation.naming, 'functions', name, 30),
      ...expectScheduler(expectation.naming, 'functions', name, spec.coldStart),
      ...expectWarmer(expectation.naming, 'functions', name, spec.coldStart),
      ...expectTriggerNames(expectation.naming, 'functions', name, spec),
    },
    needs: functionNeeds,
    tags: expectLabels(expectation.architecture.tags),
  };
}

function common(name: string, spec: ResolvedFunction, { code }: Expectation) {
  return {
    code: { sha256: code[name]! },
    memoryMiB: spec.memoryMiB,
    timeoutSeconds: spec.timeoutSeconds,
  };
}

/** The APIs that route to the function. */
const routers = (name: string, { architecture: { apis } }: Expectation): string[] =>
  Object.keys(apis).filter((api) => Object.values(apis[api]!.routes).some(({ to }) => to === `functions.${name}`));

/** Invocations in the order in which facts state them. */
export const invocations = (by: readonly Invocation['by'][], through: Invocation['through']): Invocation[] =>
  [...new Set(by)].sort().map((one) => ({ by: one, through }));
