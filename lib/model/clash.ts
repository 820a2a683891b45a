import type { ResolvedArchitecture } from './architecture';
import { basesIn, type Base, type ColdStart } from './cold-start';
import type { Finding, Path } from './problem';

/** What a base says of how many workers there are. */
const says: Readonly<Record<Base, string>> = {
  provisioned: 'just so many',
  dynamic: 'as many as the load needs',
  utilization: 'as many as keep their utilization at its target',
};

/** Cold-start strategies that say different things of one element, or nothing that could be. */
export function coldStartClashes({ functions, services }: ResolvedArchitecture): Finding[] {
  return [
    ...Object.entries(functions).flatMap(([name, { coldStart }]) =>
      clashes(['functions', name, 'coldStart'], coldStart),
    ),
    ...Object.entries(services).flatMap(([name, { coldStart }]) => [
      ...clashes(['services', name, 'coldStart'], coldStart),
      ...unbounded(['services', name, 'coldStart'], coldStart),
    ]),
  ];
}

function clashes(path: Path, coldStart: ColdStart): Finding[] {
  const [first, ...others] = basesIn(coldStart);
  const { dynamic, utilization } = coldStart;
  return [
    ...others.map((other): Finding => ({
      path: [...path, other],
      at: 'key',
      message: `clashes with ${first!}: ${first!} means ${says[first!]}, ${other} ${says[other]}`,
      hint: 'keep one of them',
    })),
    ...Object.entries({ dynamic, utilization }).flatMap(([base, bounds]) => backwards([...path, base], bounds)),
  ];
}

function backwards(path: Path, bounds: { min: number; max?: number } | undefined): Finding[] {
  if (bounds?.max === undefined || bounds.min <= bounds.max) return [];
  return [{ path: [...path, 'min'], message: `must be max, ${bounds.max}, or less, got ${bounds.min}` }];
}

function unbounded(path: Path, { dynamic }: ColdStart): Finding[] {
  if (!dynamic || dynamic.max !== undefined) return [];
  return [
    {
      path: [...path, 'dynamic'],
      message: 'must say max on a service',
      hint: 'no cloud adds containers without a bound',
    },
  ];
}
