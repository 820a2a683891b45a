import { kinds } from '../model/kind';
import type { Remark } from './remark';

/** Fields that are rendered in the same way, for the same reason, on the same targets. */
interface Group {
  readonly becomes?: string;
  readonly reason: string;
  /** Without their elements: `retry.maxRetries`; in full where a field is in no element. */
  readonly fields: readonly string[];
  /** `functions.orders`, each once; none for fields of the architecture itself. */
  readonly elements: readonly string[];
}

/** Approximations that the same targets have in common. */
export interface Shared {
  readonly targets: readonly string[];
  readonly groups: readonly Group[];
}

/** Groups approximations by the targets that make them, then by reason. */
export function groupApproximations(approximations: readonly Remark[]): Shared[] {
  const targetsOf = new Map<string, { readonly remark: Remark; readonly targets: string[] }>();
  for (const remark of approximations) {
    const key = JSON.stringify([remark.path, remark.becomes, remark.reason]);
    const known = targetsOf.get(key) ?? { remark, targets: [] };
    targetsOf.set(key, known);
    known.targets.push(remark.target);
  }
  const shared = groupBy([...targetsOf.values()], ({ targets }) => targets.join());
  return shared.map((same) => ({
    targets: same[0]!.targets,
    groups: groupBy(
      same.map(({ remark }) => remark),
      ({ becomes, reason }) => JSON.stringify([becomes, reason]),
    ).map(groupOf),
  }));
}

function groupOf(remarks: readonly Remark[]): Group {
  const { becomes, reason } = remarks[0]!;
  const places = remarks.map(({ path }) => placeOf(path));
  return {
    ...(becomes !== undefined && { becomes }),
    reason,
    fields: [...new Set(places.map(({ field }) => field))],
    elements: [...new Set(places.flatMap(({ element }) => element ?? []))],
  };
}

/** `functions.orders.retry.maxRetries` → `functions.orders` and `retry.maxRetries` */
function placeOf(path: string): { readonly element?: string; readonly field: string } {
  const [kind, name, ...field] = path.split('.');
  if (!kinds.some((one) => one === kind) || field.length === 0) return { field: path };
  return { element: `${kind}.${name}`, field: field.join('.') };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
