import type { ResolvedService } from '../model/service';
import { on, stays, type Rule } from './rule';

/** The default of `requestsPerInstance`, which says nothing about a service. */
const usual = 80;

/** Rules about the number of requests that a container serves. */
export const serviceLoadRules: readonly Rule<ResolvedService>[] = [
  {
    path: 'services.requestsPerInstance',
    value: `other than ${usual}`,
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'no limit; with `coldStart.dynamic`, a container is added at 60 times this number of requests per minute',
      // The rate that follows from it is stated in its place.
      value: stays,
    },
    reason: 'a load balancer sends requests to a task without a limit',
    applies: ({ element }) => element.requestsPerInstance !== usual,
  },
  {
    path: 'services.requestsPerMinute',
    value: 'without coldStart.dynamic',
    on: on('aws'),
    is: 'approximated',
    becomes: { text: 'no effect', value: () => ({ requestsPerMinute: undefined }) },
    reason: 'ECS scales by the request rate only with `coldStart.dynamic`',
    applies: ({ element }) => element.requestsPerMinute !== undefined && element.coldStart.dynamic === undefined,
  },
  {
    path: 'services.requestsPerMinute',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'scaling by concurrent requests, of which an instance serves `requestsPerInstance`',
      value: () => ({ requestsPerMinute: undefined }),
    },
    reason: 'Cloud Run scales by concurrency and CPU, not by the request rate',
    applies: ({ element }) => element.requestsPerMinute !== undefined,
  },
];
