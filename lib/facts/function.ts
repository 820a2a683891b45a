import { environmentOf, type ResolvedFunction } from '../model/function';
import { usesOf } from '../model/grant';
import { elementId, type ElementId } from '../model/name';
import { loneFunction } from '../support/api';
import { expectFunctionAlarms, type AlarmFact } from './alarm';
import { expectAwsColdStart, expectGcpFunctionColdStart, type ColdStartFact } from './cold-start';
import { expectGcpTriggers, expectTriggerNames, handsOver, type TriggerNames } from './delivery';
import type { TargetExpectation } from './expectation';
import { expectName } from './name';
import { expectGcpNetworkUse, type GcpNetworkUseFact } from './network';
import { expectScheduler, type SchedulerNames } from './schedule';
import type { Stated } from './stated';
import { expectTexts } from './text';
import type { TextFact } from './text-fact';
import { expectAwsTriggers, type RetryFact, type TriggerFact } from './trigger';
import { expectWarmer, type WarmerNames } from './warmer';

/** A caller that may invoke a function, and what it invokes. */
export interface Invocation {
  readonly by: ElementId | 'anyone';
  readonly through: 'alias' | 'function';
}

/** Fields that artifacts state in another form, or not at all: a secret is a variable of the environment, and a use. */
type Restated =
  'logRetentionDays' | 'runtime' | 'code' | 'handler' | 'environment' | 'secrets' | 'uses' | 'triggers' | 'coldStart';

/** Facts about a function on every cloud. */
interface CommonFunctionFact {
  readonly runtime: string;
  readonly handler: string;
  readonly code: { readonly sha256: string };
  /** References in the model's own form. */
  readonly environment: Readonly<Record<string, TextFact>>;
  readonly uses: Readonly<Record<string, string>>;
  readonly coldStart: ColdStartFact;
  /** The schedules, messages and events that invoke it. */
  readonly triggers: readonly TriggerFact[];
  /** The alarms about its errors, and about calls that its maximum refuses. */
  readonly alarms: readonly AlarmFact[];
  /** All callers that may invoke it, in order of name. */
  readonly invokedBy: readonly Invocation[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Facts about a function on AWS, where CloudFormation and Pulumi make the names. Lambda has no runtime for Go: for every
 * version the runtime is just `go`.
 */
export interface AwsFunctionFact
  extends Omit<ResolvedFunction, Restated | 'concurrencyPerInstance'>, CommonFunctionFact {
  readonly logRetentionDays: number;
}

/** Fields for which Cloud Functions and Cloud Logging have no setting. */
type NotOnGcp = 'architecture' | 'logFormat' | 'network' | 'tracing';

/** Facts about a function on Google Cloud. */
export interface GcpFunctionFact extends Omit<ResolvedFunction, Restated | NotOnGcp | 'retry'>, CommonFunctionFact {
  readonly network: GcpNetworkUseFact;
  /** As far as the triggers have a place for it; absent without such triggers. */
  readonly retry?: Partial<RetryFact>;
  readonly physicalNames: {
    readonly function: string;
    readonly serviceAccount: string;
    /** Absent: it has no windows. */
    readonly scheduler?: SchedulerNames;
    /** Absent: it isn't warmed. */
    readonly warmer?: WarmerNames;
    /** Absent: it has no triggers. */
    readonly trigger?: TriggerNames;
  };
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

/** The facts about a function on AWS that differ from its fields. */
export function expectAwsFunction(
  name: string,
  fields: ResolvedFunction,
  expectation: TargetExpectation,
): Stated<ResolvedFunction, AwsFunctionFact> {
  const { tags } = expectation;
  return {
    ...common(name, fields, expectation),
    environment: expectTexts(environmentOf(fields), expectation),
    runtime: fields.runtime.startsWith('go') ? 'go' : fields.runtime,
    handler: fields.handler.aws ?? '',
    coldStart: expectAwsColdStart(fields.coldStart),
    triggers: expectAwsTriggers(fields.triggers, fields.coldStart),
    // Lambda has no setting for it.
    concurrencyPerInstance: undefined,
    invokedBy: invocations(
      [
        ...(fields.http === 'public' ? (['anyone'] as const) : []),
        ...routers(name, expectation).map((api) => elementId('apis', api)),
        // Schedules invoke with a role, and messages of a queue are read with the function's own.
        ...fields.triggers.flatMap((trigger) => {
          if ('topic' in trigger) return [elementId('topics', trigger.topic)];
          return 'bucket' in trigger ? [elementId('buckets', trigger.bucket)] : [];
        }),
      ],
      'alias',
    ),
    tags,
  };
}

/** The services that build and run a function. */
const functionNeeds = ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'run'].map(
  (name) => `${name}.googleapis.com`,
);

/** The facts about a function on Google Cloud that differ from its fields. */
export function expectGcpFunction(
  name: string,
  fields: ResolvedFunction,
  expectation: TargetExpectation,
): Stated<ResolvedFunction, GcpFunctionFact> {
  const { architecture, naming, tags, target } = expectation;
  const lone = routers(name, expectation).filter(
    (api) => loneFunction(architecture.apis[api]!, architecture) !== undefined,
  );
  const balanced = routers(name, expectation).filter((api) => !lone.includes(api));
  // An API that is the function makes it public.
  const http = lone.length > 0 ? 'public' : fields.http;
  return {
    ...common(name, fields, expectation),
    environment: expectTexts(environmentOf(fields), expectation),
    runtime: fields.runtime,
    handler: fields.handler.gcp ?? '',
    coldStart: expectGcpFunctionColdStart(fields.coldStart),
    http,
    triggers: expectGcpTriggers(fields.triggers),
    retry: handsOver(fields) ? fields.retry : undefined,
    invokedBy: invocations(
      [...(http === 'public' ? (['anyone'] as const) : []), ...balanced.map((api) => elementId('apis', api))],
      'function',
    ),
    physicalNames: {
      function: expectName(naming, 'functions', name, 49),
      serviceAccount: expectName(naming, 'functions', name, 30),
      ...expectScheduler(naming, 'functions', name, fields.coldStart),
      ...expectWarmer(naming, 'functions', name, fields.coldStart),
      ...expectTriggerNames(naming, 'functions', name, fields),
    },
    network: expectGcpNetworkUse('functions', fields, architecture, target),
    needs: fields.network === 'none' ? functionNeeds : [...functionNeeds, 'compute.googleapis.com'].sort(),
    tags,
    // Without a setting there, and without an approximation where the model's value is the default.
    architecture: undefined,
    logFormat: undefined,
    tracing: undefined,
  };
}

const common = (name: string, fields: ResolvedFunction, { alarms, architecture, code }: TargetExpectation) => ({
  code: { sha256: code[name]! },
  secrets: undefined,
  uses: usesOf(fields),
  // A maximum that only the cloud has by default isn't one to watch.
  alarms: expectFunctionAlarms(architecture.functions[name]!, alarms),
});

/** The APIs that route to the function. */
const routers = (name: string, { architecture: { apis } }: TargetExpectation): string[] =>
  Object.keys(apis).filter((api) => Object.values(apis[api]!.routes).some(({ to }) => to === `functions.${name}`));

/** Invocations in the order in which facts state them. */
export const invocations = (by: readonly Invocation['by'][], through: Invocation['through']): Invocation[] =>
  [...new Set(by)].sort().map((one) => ({ by: one, through }));
