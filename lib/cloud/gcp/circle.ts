import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { Finding } from '../../model/problem';
import type { Reference } from '../../model/reference';
import { referencesIn, type WithEnvironment } from '../../model/text';
import { loneFunction } from './approximation';

type Elements = Pick<ResolvedArchitecture, 'functions' | 'services' | 'apis'>;

/** A reference in an element's environment to another element, which must exist first. */
interface Step {
  readonly variable: string;
  readonly to: ElementId;
  /** The referenced API, if its only function serves it directly. */
  readonly api?: ElementId;
}

/**
 * Finds circular references through an API that its only function serves directly. On other clouds, such an API has a
 * URL of its own; here, it is an attribute of the function that refers to it.
 */
export function circlesOf(architecture: Elements): Finding[] {
  return (['functions', 'services'] as const).flatMap((kind) =>
    Object.keys(architecture[kind]).flatMap((name) => {
      const id = elementId(kind, name);
      return stepsFrom(id, architecture).flatMap(({ variable, to, api }): Finding[] => {
        const back = api && wayFrom(to, id, architecture);
        if (!back) return [];
        return [
          {
            path: [kind, name, 'environment', variable],
            message: `circular references on gcp: ${[id, api, ...back].join(' → ')}`,
            hint: `on gcp ${api} is served by ${to} directly: look its URL up at run time, or add another route`,
          },
        ];
      });
    }),
  );
}

function stepsFrom(id: ElementId, architecture: Elements): Step[] {
  const [kind, name = ''] = id.split('.') as [string, string?];
  const elements: Readonly<Record<string, WithEnvironment>> =
    kind === 'functions' ? architecture.functions : kind === 'services' ? architecture.services : {};
  return Object.entries(elements[name]?.environment ?? {}).flatMap(([variable, text]) =>
    referencesIn(text).map((reference) => ({ variable, ...targetOf(reference, architecture) })),
  );
}

function targetOf({ kind, element }: Reference, architecture: Elements): Pick<Step, 'to' | 'api'> {
  const id = elementId(kind, element);
  const api = kind === 'apis' ? architecture.apis[element] : undefined;
  const lone = api && loneFunction(api, architecture);
  return lone ? { to: lone, api: id } : { to: id };
}

/** The shortest way from one element to another, both ends included. */
function wayFrom(start: ElementId, end: ElementId, architecture: Elements): ElementId[] | undefined {
  const ways = new Map<ElementId, readonly ElementId[]>([[start, [start]]]);
  // A map is walked in the order in which it is filled, also while it is being filled.
  for (const [at, way] of ways) {
    if (at === end) return [...way];
    for (const { to, api } of stepsFrom(at, architecture))
      if (!ways.has(to)) ways.set(to, [...way, ...(api ? [api] : []), to]);
  }
  return undefined;
}
