import type { ResolvedArchitecture } from '../model/architecture';
import { loneFunction } from './api';
import { on, type Rule } from './rule';

export const tagRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'tags',
    value: 'with upper-case letters',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'labels in lower case',
    reason: "Google's labels hold no upper-case letters",
    applies: ({ element: { tags } }) =>
      Object.entries(tags).some((tag) => tag.some((word) => word !== word.toLowerCase())),
  },
  {
    path: 'tags',
    value: 'on tables and APIs',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'labels on everything else',
    reason: 'Firestore databases, and the URL map that an API is, bear no labels',
    applies: ({ element: { tags, functions, tables, apis } }) =>
      Object.keys(tags).length > 0 &&
      (Object.keys(tables).length > 0 ||
        Object.values(apis).some((api) => loneFunction(api, { functions }) === undefined)),
  },
];
