import type { ResolvedArchitecture } from '../model/architecture';
import { elementId, kinds, splitElementId, type ElementId } from '../model/name';
import { referencesIn } from '../model/text';

/** All elements of an architecture, what is pointed at before what points at it. Cycles were refused before. */
export function orderOf(architecture: ResolvedArchitecture): ElementId[] {
  const order = new Set<ElementId>();
  const visit = (id: ElementId): void => {
    if (order.has(id)) return;
    for (const other of pointedAt(architecture, id)) visit(other);
    order.add(id);
  };
  // Tables before functions, functions before APIs: most of what is pointed at is visited first anyway.
  for (const kind of [...kinds].reverse()) {
    for (const name of Object.keys(architecture[kind]).sort()) visit(elementId(kind, name));
  }
  return [...order];
}

function pointedAt(architecture: ResolvedArchitecture, id: ElementId): ElementId[] {
  const { kind, name } = splitElementId(id);
  switch (kind) {
    case 'functions':
    case 'services': {
      const element = architecture[kind][name];
      const referred = Object.values(element?.environment ?? {}).flatMap(referencesIn);
      const used = element && 'uses' in element ? (Object.keys(element.uses) as ElementId[]) : [];
      return [...referred.map((reference) => elementId(reference.kind, reference.element)), ...used];
    }
    case 'apis':
      return [];
    case 'tables':
      return [];
  }
}
