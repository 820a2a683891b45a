import type { Finding } from '../../model/problem';

/**
 * Tags become labels, which are lower case: https://cloud.google.com/resource-manager/docs/labels-overview
 * Undefined where there are none, so that no empty map is rendered.
 */
export function planLabels(tags: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const labels = Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]);
  return labels.length > 0 ? (Object.fromEntries(labels) as Record<string, string>) : undefined;
}

/** https://cloud.google.com/resource-manager/docs/labels-overview#requirements */
const keyPattern = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const valuePattern = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const mostBytes = 128;
const mostLabels = 64;

/** Tags that can't be labels. */
export function labelProblems(tags: Readonly<Record<string, string>>): Finding[] {
  const first = new Map<string, string>();
  const findings = Object.entries(tags).flatMap(([key, value]): Finding[] => {
    const path = ['tags', key];
    const [label, text] = [key.toLowerCase(), value.toLowerCase()];
    const other = first.get(label);
    first.set(label, other ?? key);
    return [
      ...(other === undefined
        ? []
        : [{ path, at: 'key' as const, message: `becomes the label ${label} on gcp, like ${other}` }]),
      ...(keyPattern.test(label) && Buffer.byteLength(label) <= mostBytes
        ? []
        : [
            {
              path,
              at: 'key' as const,
              message: 'must begin with a letter and hold only letters, digits, _ and - on gcp',
            },
          ]),
      ...(valuePattern.test(text) && Buffer.byteLength(text) <= mostBytes
        ? []
        : [{ path, message: `must hold only letters, digits, _ and - on gcp, got ${JSON.stringify(value)}` }]),
    ];
  });
  const count = first.size;
  return count > mostLabels
    ? [{ path: ['tags'], message: `must be at most ${mostLabels} labels on gcp, got ${count}` }, ...findings]
    : findings;
}
