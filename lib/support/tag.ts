import type { ResolvedArchitecture } from '../model/architecture';
import { loneFunction } from './api';
import { on, stays, type Rule } from './rule';

export const tagRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'tags',
    value: 'with upper-case letters',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'labels in lower case', value: ({ element: { tags } }) => ({ tags: lowerCase(tags) }) },
    reason: 'labels on Google Cloud allow no upper-case letters',
    applies: ({ element: { tags } }) =>
      Object.entries(tags).some((tag) => tag.some((word) => word !== word.toLowerCase())),
  },
  {
    path: 'tags',
    value: 'on tables and APIs',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'labels on everything else; of an API, on its address and its forwarding rule', value: stays },
    reason: 'Firestore databases, URL maps, proxies and backend services support no labels',
    applies: ({ element: { tags, functions, tables, apis } }) =>
      Object.keys(tags).length > 0 &&
      (Object.keys(tables).length > 0 ||
        Object.values(apis).some((api) => loneFunction(api, { functions }) === undefined)),
  },
];

const lowerCase = (tags: ResolvedArchitecture['tags']): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
