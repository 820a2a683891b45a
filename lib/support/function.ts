import type { ResolvedFunction } from '../model/function';
import { isRouted, isUsed } from './callee';
import { networkRules } from './network';
import { on, stays, type Rule } from './rule';

/** The longest that an HTTP API waits: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const httpApiTimeoutSeconds = 30;

export const functionRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.architecture',
    value: 'arm64',
    on: on('gcp'),
    is: 'refused',
    reason: 'Cloud Functions supports only x86_64',
    hint: 'use x86_64, or remove the Google Cloud targets from `targets`',
    applies: ({ element }) => element.architecture === 'arm64',
  },
  {
    path: 'functions.timeoutSeconds',
    value: `above ${httpApiTimeoutSeconds}, behind an API`,
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: `503 from the API after ${httpApiTimeoutSeconds} seconds, while the function keeps running`,
      value: stays,
    },
    reason: `the maximum integration timeout of an HTTP API is ${httpApiTimeoutSeconds} seconds`,
    applies: ({ name, element, architecture }) =>
      element.timeoutSeconds > httpApiTimeoutSeconds && isRouted(`functions.${name}`, architecture),
  },
  {
    path: 'functions.http',
    value: 'private, behind an API',
    on: on('gcp'),
    is: 'refused',
    reason: "a load balancer can't authenticate, so the function would have to accept every request",
    hint: 'remove `http`, or route the API to another function',
    applies: ({ name, element, architecture }) =>
      element.http === 'private' && isRouted(`functions.${name}`, architecture),
  },
  {
    path: 'functions.http',
    value: 'public, with triggers or warming',
    on: on('gcp'),
    is: 'refused',
    reason: 'callers and the cloud use the same address, so anyone could forge an event',
    hint: 'remove `http`, or move the triggers and the warming to another function',
    applies: ({ element }) => element.http === 'public' && isCalledByCloud(element),
  },
  {
    path: 'functions.http',
    value: 'absent, with callers in `uses`',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'private', value: () => ({ http: 'private' }) },
    reason: 'calls between functions and containers come from the internet, unless they go through a network',
    applies: ({ name, element, architecture }) =>
      element.http === undefined && isUsed(`functions.${name}`, architecture),
  },
  ...networkRules.functions,
  {
    path: 'functions.concurrencyPerInstance',
    value: 'above 1',
    on: on('aws'),
    is: 'approximated',
    becomes: { text: '1', value: () => ({ concurrencyPerInstance: undefined }) },
    reason: 'a Lambda execution environment processes one request at a time',
    applies: ({ element }) => element.concurrencyPerInstance > 1,
  },
  {
    path: 'functions.logFormat',
    value: 'json',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: "the code's own output; Cloud Logging parses JSON lines, and keeps other lines as text",
      value: () => ({ logFormat: undefined }),
    },
    reason: 'Cloud Functions has no setting for the log format',
    applies: ({ element }) => element.logFormat === 'json',
  },
  {
    path: 'functions.tracing',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'a sample of the requests, at most one every 10 seconds per instance',
      value: () => ({ tracing: undefined }),
    },
    reason: 'Cloud Run traces requests automatically, and has no setting for it',
    applies: ({ element }) => element.tracing,
  },
  {
    path: 'functions.tracing',
    value: 'true',
    on: on('aws'),
    is: 'approximated',
    becomes: { text: 'a sample, with one request per second and 5% of additional requests', value: stays },
    // https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
    reason: "the sampling rate of X-Ray can't be configured for Lambda functions",
    applies: ({ element }) => element.tracing,
  },
  {
    path: 'functions.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: "the retention of the project's log bucket", value: () => ({ logRetentionDays: undefined }) },
    reason: 'Cloud Logging sets retention per log bucket, not per function',
    applies: () => true,
  },
];

/**
 * Tells whether Google Cloud itself sends requests to a function, beside those of callers: events, and calls that keep it
 * warm. Nobody else may invoke such a function.
 */
export const isCalledByCloud = (spec: Pick<ResolvedFunction, 'triggers' | 'coldStart'> | undefined): boolean =>
  spec !== undefined && (spec.triggers.length > 0 || spec.coldStart.warming !== undefined);
