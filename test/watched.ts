/** A value that records which of its fields are read, of those that are no maps or lists. It must not be frozen. */
export function watched<T>(value: T, path: string, read: Set<string>): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const child: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return child;
      const at = `${path}.${key}`;
      if (typeof child !== 'object' || child === null) read.add(at);
      return watched(child, at, read);
    },
  });
}

/** The paths of all fields that are no maps or lists. */
export function* leaves(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, child] of Object.entries(value)) yield* leaves(child, `${path}.${key}`);
}

/** Fields that nobody has to read, and the reason. */
export interface Excuse {
  readonly field: RegExp;
  readonly why: string;
}

/** Fields without an excuse. */
export const inexcusable = (overlooked: readonly string[], excuses: readonly Excuse[]): string[] =>
  overlooked.filter((at) => !excuses.some(({ field }) => field.test(at)));

/** Excuses for which there is no field that is overlooked. */
export const stale = (overlooked: readonly string[], excuses: readonly Excuse[]): readonly Excuse[] =>
  excuses.filter(({ field }) => !overlooked.some((at) => field.test(at)));
