import type { ResolvedApi } from '../model/api';
import type { ResolvedArchitecture } from '../model/architecture';
import { isExistingId } from '../model/existing';
import { usesOf } from '../model/grant';
import { sourcesOf } from '../model/trigger';
import { kinds } from '../model/kind';
import { elementId, splitElementId, type ElementId } from '../model/name';
import type { Cloud } from '../model/target';
import { referencesIn } from '../model/text';
import { loneFunction } from './gcp/approximation';

/**
 * All elements of an architecture that it owns, each after those that it points at. Cycles were refused before. An API's
 * routes don't count: its address exists before its routes.
 */
export function orderOf(architecture: ResolvedArchitecture, cloud: Cloud): ElementId[] {
  const order = new Set<ElementId>();
  const visit = (id: ElementId): void => {
    if (order.has(id)) return;
    for (const other of pointedAt(architecture, id, cloud).sort()) visit(other);
    order.add(id);
  };
  // Tables before functions, functions before APIs: most of what is pointed at is visited first anyway.
  for (const kind of [...kinds].reverse()) {
    for (const name of Object.keys(architecture[kind]).sort()) visit(elementId(kind, name));
  }
  return [...order].filter((id) => !isExistingId(architecture, id));
}

/** The elements whose address an API has as its own. */
const apiPointsAt: Readonly<Record<Cloud, (api: ResolvedApi, architecture: ResolvedArchitecture) => ElementId[]>> = {
  aws: () => [],
  gcp(api, architecture) {
    const lone = loneFunction(api, architecture);
    return lone ? [lone] : [];
  },
};

function pointedAt(architecture: ResolvedArchitecture, id: ElementId, cloud: Cloud): ElementId[] {
  const { kind, name } = splitElementId(id);
  switch (kind) {
    case 'functions':
    case 'services': {
      const element = architecture[kind][name];
      const referred = Object.values(element?.environment ?? {}).flatMap(referencesIn);
      const used = element ? (Object.keys(usesOf(element)) as ElementId[]) : [];
      const heard = element ? sourcesOf(element) : [];
      return [...referred.map((reference) => elementId(reference.kind, reference.element)), ...used, ...heard];
    }
    case 'apis': {
      return apiPointsAt[cloud](architecture.apis[name]!, architecture);
    }
    case 'queues':
    case 'topics':
    case 'buckets':
    case 'tables':
    case 'secrets':
      return [];
  }
}
