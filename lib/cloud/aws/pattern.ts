/**
 * True if one path pattern of the load balancer matches everything that another one matches. `*` matches any
 * characters, `?` exactly one. Returns false when in doubt.
 */
export function covers(wide: string, narrow: string): boolean {
  const known = new Map<number, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = i * (narrow.length + 1) + j;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = step(i, j);
    known.set(key, result);
    return result;
  };
  const step = (i: number, j: number): boolean => {
    if (wide[i] === '*') return from(i + 1, j) || (j < narrow.length && from(i, j + 1));
    if (i === wide.length || j === narrow.length) return i === wide.length && j === narrow.length;
    if (narrow[j] === '*') return false;
    return (wide[i] === '?' || wide[i] === narrow[j]) && from(i + 1, j + 1);
  };
  return from(0, 0);
}
