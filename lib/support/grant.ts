import type { ResolvedFunction } from '../model/function';
import { splitElementId, type ElementId, type Kind } from '../model/name';
import { on, type Rule } from './rule';

export const grantRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.uses',
    value: 'write on a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'readwrite',
    reason: 'Firestore has no role that writes and does not read',
    applies: ({ element }) => writes(element, 'tables'),
  },
  {
    path: 'functions.uses',
    value: 'write on a bucket',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'readwrite',
    reason: 'Cloud Storage has no role that writes and deletes objects and does not read them',
    applies: ({ element }) => writes(element, 'buckets'),
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

/** Whether a function may write to elements of a kind that it may not read. */
const writes = ({ uses }: ResolvedFunction, kind: Kind): boolean =>
  Object.entries(uses).some(([id, verb]) => splitElementId(id as ElementId).kind === kind && verb === 'write');
