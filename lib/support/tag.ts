import type { ResolvedArchitecture } from '../model/architecture';
import { loneFunction } from './api';
import { on, stays, type Rule } from './rule';

/**
 * Keys that Pulumi's SDK can't handle in a map: it makes a text of each input, with its `toString`, and marks its own
 * values with the other one: https://github.com/pulumi/pulumi/pull/18016,
 * https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
const pulumiKeys = ['toString', '4dabf18193072939515e22adb298388d'];

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
  {
    path: 'tags',
    value: pulumiKeys.join(', '),
    // Labels on Google Cloud are in lower case, and begin with a letter.
    on: ['aws-pulumi'],
    is: 'refused',
    reason: `Pulumi's SDK fails with a tag named ${pulumiKeys.join(' or ')}`,
    hint: 'choose another name',
    applies: ({ element: { tags } }) => pulumiKeys.some((key) => Object.hasOwn(tags, key)),
  },
];

const lowerCase = (tags: ResolvedArchitecture['tags']): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
