/** Words for the other elements of which a warning is true: it is given once, at the first. */
export const othersToo = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : `; so it is with ${ids.join(', ')}`;
