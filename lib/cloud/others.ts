/** Text that names the other elements of a warning, which is given once, at the first. */
export const othersToo = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : `; the same applies to ${ids.join(', ')}`;
