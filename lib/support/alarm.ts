import type { ResolvedArchitecture } from '../model/architecture';
import { on, type Rule } from './rule';

export const alarmRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'alarms.notify',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'alert policies of Cloud Monitoring; of a function they count answers of 500 and above',
    reason: 'Cloud Functions counts requests by their answers, and knows no errors beside them',
    applies: ({ element }) => element.alarms !== undefined,
  },
];
