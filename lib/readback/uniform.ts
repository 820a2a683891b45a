import { equal } from './resource';

/**
 * The value that an app gives to most of an architecture's resources. What all of them have in common, such as a
 * provider, is the app's choice; a resource that is another exception is a difference.
 */
export function usual<Value>(values: readonly Value[]): Value | undefined {
  const counts: { value: Value; count: number }[] = [];
  for (const value of values) {
    const known = counts.find((one) => equal(one.value, value));
    if (known) known.count += 1;
    else counts.push({ value, count: 1 });
  }
  // Of two values that are as frequent, the one of the first resource.
  return counts.reduce<(typeof counts)[number] | undefined>(
    (most, one) => (most === undefined || one.count > most.count ? one : most),
    undefined,
  )?.value;
}
