/**
 * Tags become labels, which are lower case: https://cloud.google.com/resource-manager/docs/labels-overview
 * Undefined where there are none: an empty map is something that somebody wrote.
 */
export function planLabels(tags: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const labels = Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]);
  return labels.length > 0 ? (Object.fromEntries(labels) as Record<string, string>) : undefined;
}
