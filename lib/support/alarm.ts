import type { ResolvedArchitecture } from '../model/architecture';
import { on, stays, type Rule } from './rule';

export const alarmRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'alarms.notify',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'Cloud Monitoring alert policies; those of functions count responses with status 500 or higher',
      value: stays,
    },
    reason: 'Cloud Functions has no metric for errors, only one for responses by status',
    applies: ({ element }) => element.alarms !== undefined,
  },
];
