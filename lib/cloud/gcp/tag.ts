/** Tags become labels, which are lower case: https://cloud.google.com/resource-manager/docs/labels-overview */
export function planLabels(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
}
