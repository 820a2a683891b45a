import type { ResolvedArchitecture } from './architecture';
import type { WithUses } from './grant';
import { elementId, type ElementId } from './name';
import type { Finding, Path } from './problem';
import { referencesIn, type WithEnvironment } from './text';

/** That an element needs another one's attribute before it can be made, and where that is written. */
interface Need {
  readonly of: ElementId;
  readonly path: Path;
}

/** References among functions and services that lead back to where they began; each circle is found once. */
export function cyclesIn({ functions, services }: Pick<ResolvedArchitecture, 'functions' | 'services'>): Finding[] {
  const needs = new Map<ElementId, readonly Need[]>();
  for (const [kind, elements] of Object.entries({ functions, services }))
    for (const [name, { environment, uses }] of Object.entries<WithEnvironment & WithUses>(elements))
      needs.set(elementId(kind as 'functions' | 'services', name), [
        ...Object.entries(environment).flatMap(([variable, text]) =>
          referencesIn(text).map((reference) => ({
            of: elementId(reference.kind, reference.element),
            path: [kind, name, 'environment', variable],
          })),
        ),
        ...(Object.keys(uses) as ElementId[]).map((of) => ({ of, path: [kind, name, 'uses', of] })),
      ]);

  const findings: Finding[] = [];
  const done = new Set<ElementId>();
  for (const start of needs.keys()) {
    // A trail of its own instead of recursion: a chain may be longer than the call stack.
    const trail: { readonly id: ElementId; readonly rest: Need[] }[] = [];
    const open = new Map<ElementId, number>();
    const enter = (id: ElementId): void => {
      open.set(id, trail.length);
      trail.push({ id, rest: [...(needs.get(id) ?? [])].reverse() });
    };
    if (!done.has(start)) enter(start);
    while (trail.length > 0) {
      const { id, rest } = trail.at(-1)!;
      const need = rest.pop();
      if (!need) {
        trail.pop();
        open.delete(id);
        done.add(id);
      } else if (open.has(need.of)) {
        const circle = [...trail.slice(open.get(need.of)).map((step) => step.id), need.of];
        findings.push({
          path: need.path,
          message: `references go in a circle: ${circle.join(' → ')}`,
          hint: 'take one of them out: an element can look the other up when it runs, or take the value as a parameter',
        });
      } else if (!done.has(need.of) && needs.has(need.of)) {
        enter(need.of);
      }
    }
  }
  return findings;
}
