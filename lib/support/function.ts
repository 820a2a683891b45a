import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedFunction } from '../model/function';
import type { WithUses } from '../model/grant';
import { on, type Rule } from './rule';

/** The longest that an HTTP API waits: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const httpApiTimeoutSeconds = 30;

export const functionRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.architecture',
    value: 'arm64',
    on: on('gcp'),
    is: 'refused',
    reason: 'Cloud Functions runs on x86_64 only',
    hint: 'use x86_64, or leave the GCP targets out of `targets`',
    applies: ({ element }) => element.architecture === 'arm64',
  },
  {
    path: 'functions.timeoutSeconds',
    value: 'above 30, behind an API',
    on: on('aws'),
    is: 'approximated',
    becomes: 'the function keeps its time, but the API answers 503 after 30 seconds',
    reason: 'an HTTP API waits 30 seconds at the most',
    applies: ({ name, element, architecture }) =>
      element.timeoutSeconds > httpApiTimeoutSeconds && isRouted(name, architecture),
  },
  {
    path: 'functions.http',
    value: 'private, behind an API',
    on: on('gcp'),
    is: 'refused',
    reason: 'a load balancer can not say who it is, so the function would have to admit everybody',
    hint: 'leave `http` out, or route the API to another function',
    applies: ({ name, element, architecture }) => element.http === 'private' && isRouted(name, architecture),
  },
  {
    path: 'functions.http',
    value: 'public, beside triggers',
    on: on('gcp'),
    is: 'refused',
    reason: 'events reach a function at the address that callers have, so anybody could forge one',
    hint: 'leave `http` out, or give the triggers to another function',
    applies: ({ element }) => element.http === 'public' && element.triggers.length > 0,
  },
  {
    path: 'functions.http',
    value: 'absent, with callers in `uses`',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'private',
    reason: 'a call from one function or container to another comes from outside, unless it goes through a network',
    applies: ({ name, element, architecture }) => element.http === undefined && isUsed(name, architecture),
  },
  {
    path: 'functions.logFormat',
    value: 'json',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'what the code writes: a line that is JSON becomes fields, any other is text',
    reason: 'Cloud Logging looks at each line by itself',
    applies: ({ element }) => element.logFormat === 'json',
  },
  {
    path: 'functions.tracing',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a sample of the requests, at most one in ten seconds for each instance',
    reason: 'Cloud Run traces by itself, and takes no setting for it',
    applies: ({ element }) => element.tracing,
  },
  {
    path: 'functions.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: "the retention of the project's log bucket",
    reason: 'Cloud Logging keeps logs per bucket, not per function',
    applies: () => true,
  },
];

/** Whether an API has a route to the function. */
function isRouted(name: string, { apis }: ResolvedArchitecture): boolean {
  return Object.values(apis).some(({ routes }) => Object.values(routes).some(({ to }) => to === `functions.${name}`));
}

/** Whether functions or services may invoke the function as who they are. */
export const isUsed = (name: string, { functions, services }: ResolvedArchitecture): boolean =>
  [functions, services].some((elements) =>
    Object.values<WithUses>(elements).some(({ uses }) => Object.hasOwn(uses, `functions.${name}`)),
  );

/** Promises about functions that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
