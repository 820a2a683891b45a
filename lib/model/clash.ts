import type { ResolvedArchitecture } from './architecture';
import { basesIn, leastWorkers, mostIn, type Base, type ColdStart } from './cold-start';
import type { Finding, Path } from './problem';
import { windowProblems } from './window';

/** Meaning of each base. */
const says: Readonly<Record<Base, string>> = {
  provisioned: 'a fixed number',
  dynamic: 'as many as the load requires',
  utilization: 'as many as keep utilization at the target',
};

/** Finds cold-start strategies that conflict within an element, or can't be met. */
export function coldStartClashes({ functions, services }: ResolvedArchitecture): Finding[] {
  return [
    ...Object.entries(functions).flatMap(([name, { coldStart }]) =>
      clashes(['functions', name, 'coldStart'], coldStart, 'use dynamic: { min: … } instead of provisioned'),
    ),
    ...Object.entries(services).flatMap(([name, { coldStart }]) => [
      ...clashes(
        ['services', name, 'coldStart'],
        coldStart,
        'use dynamic or utilization: without either, a service has provisioned: 1',
      ),
      ...unbounded(['services', name, 'coldStart'], coldStart),
    ]),
  ];
}

/** Warming by invocations conflicts with workers that are always warm, and with windows that add some. */
function warmingClashes(path: Path, coldStart: ColdStart): Finding[] {
  const { warming, dynamic } = coldStart;
  if (!warming) return [];
  const bases = basesIn(coldStart).filter((base) => base !== 'dynamic' || dynamic!.min > 0);
  const others = [...bases, ...(coldStart.scheduled ? (['scheduled'] as const) : [])];
  return [
    ...others.map((other): Finding => ({
      path: [...path, 'warming'],
      at: 'key',
      message: `conflicts with ${other}: warming keeps workers warm by invoking them, ${other} keeps them warm without invocations`,
      hint: other === 'dynamic' ? 'remove dynamic.min or warming' : 'keep one of them',
    })),
    ...(dynamic?.max !== undefined && dynamic.max < warming.instances
      ? [
          {
            path: [...path, 'warming', 'instances'],
            message: `must be at most dynamic.max (${dynamic.max}), got ${warming.instances}`,
          },
        ]
      : []),
  ];
}

/** Finds all conflicts of an element; `instead` is the hint for windows without a suitable base. */
function clashes(path: Path, coldStart: ColdStart, instead: string): Finding[] {
  const [first, ...others] = basesIn(coldStart);
  const { dynamic, utilization } = coldStart;
  return [
    ...others.map((other): Finding => ({
      path: [...path, other],
      at: 'key',
      message: `conflicts with ${first!}: ${first!} means ${says[first!]}, ${other} ${says[other]}`,
      hint: 'keep one of them',
    })),
    ...warmingClashes(path, coldStart),
    ...windowClashes(path, coldStart, instead),
    ...Object.entries({ dynamic, utilization }).flatMap(([base, bounds]) => backwards([...path, base], bounds)),
  ];
}

function windowClashes(path: Path, coldStart: ColdStart, instead: string): Finding[] {
  const { provisioned, scheduled } = coldStart;
  if (!scheduled) return [];
  const base = leastWorkers(coldStart);
  return [
    ...(provisioned === undefined ? [] : [standsOnProvisioned([...path, 'scheduled'], instead)]),
    ...windowProblems([...path, 'scheduled'], scheduled),
    ...scheduled.flatMap((window, index): Finding[] => {
      const at = [...path, 'scheduled', index];
      const most = mostIn(window, coldStart);
      return [
        ...(window.min > most
          ? [{ path: [...at, 'min'], message: `must be at most max (${most}), got ${window.min}` }]
          : []),
        ...(provisioned === undefined && window.min < base
          ? [{ path: [...at, 'min'], message: `must be at least the base's minimum (${base}), got ${window.min}` }]
          : []),
      ];
    }),
  ];
}

const standsOnProvisioned = (path: Path, instead: string): Finding => ({
  path,
  at: 'key',
  message: `conflicts with provisioned: provisioned means ${says.provisioned}, scheduled more in its windows`,
  hint: instead,
});

function backwards(path: Path, bounds: { min: number; max?: number } | undefined): Finding[] {
  if (bounds?.max === undefined || bounds.min <= bounds.max) return [];
  return [{ path: [...path, 'min'], message: `must be at most max (${bounds.max}), got ${bounds.min}` }];
}

function unbounded(path: Path, { dynamic }: ColdStart): Finding[] {
  if (!dynamic || dynamic.max !== undefined) return [];
  return [
    {
      path: [...path, 'dynamic'],
      message: 'requires max on a service',
      hint: 'no cloud adds containers without an upper limit',
    },
  ];
}
