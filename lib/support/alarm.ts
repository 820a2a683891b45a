import type { Alarms } from '../model/alarm';
import type { ResolvedArchitecture } from '../model/architecture';
import { on, stays, type Occurrence, type Rule } from './rule';

/** The alarms with some thresholds restated. */
const restated =
  (thresholds: Partial<Alarms>) =>
  ({ element: { alarms } }: Occurrence<ResolvedArchitecture>) => ({ alarms: { ...alarms, ...thresholds } });

export const alarmRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'alarms.notify',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'Cloud Monitoring alert policies; their end is announced after 30 minutes without data',
      value: stays,
    },
    reason: 'Cloud Monitoring keeps an incident open while its metric has no data',
    applies: ({ element }) => element.alarms !== undefined,
  },
  {
    path: 'alarms.functionErrors',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'responses with status 500 or higher', value: stays },
    reason: 'Cloud Functions has no metric for errors, only one for responses by status',
    applies: ({ element }) => Boolean(element.alarms?.functionErrors),
  },
  {
    path: 'alarms.throttles',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'one log entry of a response with status 429, at most 20 notifications per day',
      value: restated({ throttles: 1 }),
    },
    reason: 'the request metric of Cloud Run excludes requests that its maximum number of instances refuses',
    applies: ({ element }) => Boolean(element.alarms?.throttles),
  },
  {
    path: 'alarms.unhealthyPeriods',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'periods in which the service responds with status 500 or higher', value: stays },
    reason: 'Cloud Run restarts unhealthy instances, and no load balancer counts them',
    applies: ({ element }) => Boolean(element.alarms?.unhealthyPeriods),
  },
  {
    path: 'alarms.apiErrors',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'the alarms of the functions behind the API', value: restated({ apiErrors: 0 }) },
    reason: 'an API has no metric of its own there; `functionErrors` counts the same responses',
    applies: ({ element }) => Boolean(element.alarms?.apiErrors),
  },
];
