import type { Resource } from '../resource';
import { tagsAt } from '../tags';
import { pathIn, type Dialect } from './dialect';

/**
 * Reads the labels that all of these resources have. Those of Cloud Monitoring are `user_labels`.
 * @returns undefined if one isn't a map of texts
 */
export function labelsOf(
  labelled: readonly (Resource | undefined)[],
  monitoring: readonly Resource[],
  dialect: Dialect,
): ReturnType<typeof tagsAt> {
  const own = labelled.flatMap((resource) => resource ?? []);
  const path = (key: string) => pathIn(dialect, key);
  return tagsAt([
    ...own.map((resource) => ({ resource, path: path('labels') })),
    ...monitoring.map((resource) => ({ resource, path: path('user_labels') })),
  ]);
}
