import type { ResolvedArchitecture } from './architecture';
import { circlesIn, type Step } from './circle';
import type { WithUses } from './grant';
import { elementId, type ElementId } from './name';
import type { Finding } from './problem';
import { referencesIn, type WithEnvironment } from './text';

/** Fields of an element that require another element to exist first. */
type Needy = WithEnvironment & WithUses;

/** Finds circular references and uses among functions and services, of which none could be created first; each once. */
export function cyclesIn({ functions, services }: Pick<ResolvedArchitecture, 'functions' | 'services'>): Finding[] {
  const needs = new Map<ElementId, readonly Step<ElementId>[]>();
  for (const [kind, elements] of Object.entries({ functions, services }))
    for (const [name, element] of Object.entries<Needy>(elements)) {
      const id = elementId(kind as 'functions' | 'services', name);
      needs.set(id, needsOf(id, [kind, name], element));
    }
  return circlesIn(needs).map(({ way, steps }): Finding => {
    const fields = new Set(steps.map(({ path }) => path[2]));
    const what = fields.size > 1 ? 'references and uses' : fields.has('uses') ? 'uses' : 'references';
    return {
      path: steps.at(-1)!.path,
      message: `circular ${what}: ${way.join(' → ')}`,
      hint: fields.has('uses')
        ? 'break the circle: put a queue or a topic between two of them, or pass a name as a parameter'
        : 'break the circle: look the value up at run time, or pass it as a parameter',
    };
  });
}

const needsOf = (id: ElementId, at: readonly string[], { environment, uses }: Needy): Step<ElementId>[] => [
  ...Object.entries(environment).flatMap(([variable, text]) =>
    referencesIn(text).map((reference) => ({
      to: elementId(reference.kind, reference.element),
      path: [...at, 'environment', variable],
    })),
  ),
  // An element that uses itself has a finding of its own.
  ...(Object.keys(uses) as ElementId[]).filter((to) => to !== id).map((to) => ({ to, path: [...at, 'uses', to] })),
];
