import type { ResolvedApi } from '../model/api';
import type { ResolvedArchitecture } from '../model/architecture';
import type { ColdStart } from '../model/cold-start';
import type { ResolvedFunction } from '../model/function';
import { elementId, type ElementId } from '../model/name';
import type { Finding } from '../model/problem';
import type { ResolvedService } from '../model/service';
import type { Target } from '../model/target';
import { kindOf, type TriggerKind, type Triggers } from '../model/trigger';

/** A kind of element whose parts can be named after other elements. */
type Joined = 'functions' | 'services' | 'apis';

/** An element of one of those kinds, with the fields that name parts; an API has only routes. */
interface Element {
  readonly id: ElementId;
  readonly coldStart?: ColdStart;
  readonly triggers: Triggers;
  readonly uses: readonly string[];
  readonly isPublic: boolean;
  /** The APIs that route to the function. */
  readonly routedBy: readonly string[];
  /** The functions to which the API routes. */
  readonly routesTo: readonly string[];
}

/** The names of the parts of an element that have one type of resource. */
type NamesOf = (element: Element) => readonly string[];

const windows: NamesOf = ({ coldStart }) => (coldStart?.scheduled ?? []).map(({ name }) => name);

/** The names of the sources of an element's triggers of one kind. */
const sources = ({ triggers }: Element, kind: TriggerKind): string[] =>
  triggers.filter((trigger) => kindOf(trigger) === kind).map((trigger) => String(Object.values(trigger)[0]));

const joined = (before: string, names: readonly string[]): string[] => names.map((name) => `${before}-${name}`);

/** The elements that an element uses, of these kinds, with the kind before each: `tables-orders`. */
const used = ({ uses }: Element, ...kinds: readonly string[]): string[] =>
  uses.filter((id) => kinds.includes(id.split('.')[0]!)).map((id) => id.replace('.', '-'));

/** The parts in whose names Pulumi's engines join names with hyphens. Each row has one type of resource. */
const joints: Readonly<Partial<Record<Target, readonly NamesOf[]>>> = {
  'aws-pulumi': [
    windows,
    (element) => joined('event-source', sources(element, 'queue')),
    (element) => joined('subscription', sources(element, 'topic')),
    (element) => [
      ...(element.isPublic ? ['invoke-anyone', 'invoke-anyone-url'] : []),
      ...joined('invoke-apis', element.routedBy),
      ...element.triggers.flatMap((trigger, index) => (kindOf(trigger) === 'bucket' ? [`invoke-rule-${index}`] : [])),
      ...joined('invoke-topics', sources(element, 'topic')),
    ],
    ({ routesTo }) => joined('integration', routesTo),
  ],
  'gcp-pulumi': [
    (element) => joined('scheduled', windows(element)),
    (element) =>
      (['queue', 'topic', 'bucket'] as const).flatMap((kind) =>
        joined(`subscription-trigger-${kind}`, sources(element, kind)),
      ),
    (element) => joined('topic-trigger-bucket', sources(element, 'bucket')),
    (element) => [
      ...joined('publisher-trigger-bucket', sources(element, 'bucket')),
      ...joined('use', used(element, 'queues', 'topics')),
    ],
    (element) => [
      ...(element.isPublic || element.routedBy.length > 0 ? ['invoke-anyone'] : []),
      ...(element.triggers.length > 0 ? ['invoker-trigger'] : []),
      ...(element.coldStart?.warming ? ['invoker-warmer'] : []),
      ...joined('use', used(element, 'functions', 'services')),
    ],
    ...['buckets', 'secrets', 'tables'].map(
      (kind): NamesOf =>
        (element) =>
          joined('use', used(element, kind)),
    ),
    ({ routesTo }) => joined('backend', routesTo),
  ],
};

/**
 * Finds elements of one kind whose parts get the same name on Pulumi: the window `shift` of `orders-night` and the window
 * `night-shift` of `orders`. Pulumi would refuse the second one as a duplicate URN.
 */
export function joinedNames(architecture: ResolvedArchitecture): Finding[] {
  const kinds = Object.entries(elementsIn(architecture)) as [Joined, readonly Element[]][];
  return architecture.targets.flatMap((target) =>
    (joints[target] ?? []).flatMap((namesOf) =>
      kinds.flatMap(([kind, elements]) => {
        const owners = new Map<string, ElementId>();
        return elements.flatMap((element) =>
          namesOf(element).flatMap((part): Finding[] => {
            const name = element.id.slice(kind.length + 1);
            const full = `${name}-${part}`;
            const owner = owners.get(full) ?? element.id;
            owners.set(full, owner);
            if (owner === element.id) return [];
            return [
              {
                path: [kind, name],
                at: 'key',
                message: `has a part with the same name on ${target} as a part of ${owner}: ${full}`,
                hint: 'rename one of the two elements, or what the part is named after',
              },
            ];
          }),
        );
      }),
    ),
  );
}

/** The elements by kind. */
function elementsIn({ functions, services, apis }: ResolvedArchitecture): Readonly<Record<Joined, readonly Element[]>> {
  const routesOf = ({ routes }: ResolvedApi): string[] => [...new Set(Object.values(routes).map(({ to }) => to))];
  const worker = (kind: 'functions' | 'services', name: string, spec: ResolvedFunction | ResolvedService): Element => ({
    id: elementId(kind, name),
    coldStart: spec.coldStart,
    triggers: spec.triggers,
    uses: Object.keys(spec.uses),
    isPublic: 'http' in spec && spec.http === 'public',
    routedBy: Object.keys(apis).filter((api) => routesOf(apis[api]!).includes(elementId(kind, name))),
    routesTo: [],
  });
  return {
    functions: Object.entries(functions).map(([name, spec]) => worker('functions', name, spec)),
    services: Object.entries(services).map(([name, spec]) => worker('services', name, spec)),
    apis: Object.entries(apis).map(([name, api]) => ({
      id: elementId('apis', name),
      triggers: [],
      uses: [],
      isPublic: false,
      routedBy: [],
      routesTo: routesOf(api).map((to) => to.slice('functions.'.length)),
    })),
  };
}
