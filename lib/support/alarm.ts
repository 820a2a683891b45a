import type { ResolvedArchitecture } from '../model/architecture';
import { on, stays, type Rule } from './rule';

export const alarmRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'alarms.notify',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'alert policies of Cloud Monitoring; those of functions count responses with status 500 or higher',
      value: stays,
    },
    reason: 'Cloud Functions has a metric for responses by status, and none for errors',
    applies: ({ element }) => element.alarms !== undefined,
  },
];
