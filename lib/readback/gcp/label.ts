import { equal, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { pathIn, type Dialect } from './dialect';

/**
 * Reads the labels that all of these resources have. Those of Cloud Monitoring are `user_labels`.
 * @returns undefined if two differ, or if one isn't a map of texts
 */
export function labelsOf(
  labelled: readonly (Resource | undefined)[],
  monitoring: readonly Resource[],
  dialect: Dialect,
): ReturnType<typeof tagsOf> {
  const labels = tagsOf(labelled, pathIn(dialect, 'labels'));
  if (monitoring.length === 0) return labels;
  return equal(tagsOf(monitoring, pathIn(dialect, 'user_labels')), labels) ? labels : undefined;
}
