import type { ResolvedFunction } from '../model/function';
import { on, type Rule } from './rule';

export const grantRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.uses',
    value: 'write on a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'readwrite',
    reason: 'Firestore has no role that writes and does not read',
    applies: ({ element }) => Object.values(element.uses).includes('write'),
  },
  {
    path: 'functions.uses',
    value: 'a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a role on the project, with a condition that names the database',
    reason: 'no IAM policy can be set on one Firestore database',
    applies: ({ element }) => Object.keys(element.uses).some((id) => id.startsWith('tables.')),
  },
];
