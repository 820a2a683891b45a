import type { ColdStart } from '../model/cold-start';
import type { ResolvedArchitecture } from '../model/architecture';
import { elementId } from '../model/name';
import type { Finding } from '../model/problem';
import type { Target } from '../model/target';
import { kindOf, type Triggers } from '../model/trigger';

/** Parts of elements that are named after something that people name, too: a window, a source of events. */
type NamedPart = 'window' | 'queue' | 'topic' | 'bucket' | 'use';

/**
 * Words between the name of an element and that of its part in the names of Pulumi's resources, which join names with
 * hyphens. The resources of one kind of part have one type. A part without words has no resource of its own there.
 */
const joints: Readonly<Partial<Record<Target, Readonly<Partial<Record<NamedPart, string>>>>>> = {
  'aws-pulumi': { window: '', queue: 'event-source-', topic: 'subscription-' },
  'gcp-pulumi': {
    window: 'scheduled-',
    queue: 'subscription-trigger-queue-',
    topic: 'subscription-trigger-topic-',
    bucket: 'subscription-trigger-bucket-',
    use: 'use-',
  },
};

interface Element {
  readonly coldStart: ColdStart;
  readonly triggers: Triggers;
  readonly uses: object;
}

/**
 * Finds elements of one kind whose parts get the same name on Pulumi: the window `shift` of `orders-night` and the window
 * `night-shift` of `orders`. Pulumi would refuse the second one as a duplicate URN.
 */
export const joinedNames = ({ targets, functions, services }: ResolvedArchitecture): Finding[] =>
  targets.flatMap((target) =>
    Object.entries(joints[target] ?? {}).flatMap(([part, joint]) =>
      Object.entries({ functions, services } as const).flatMap(([kind, elements]) => {
        const owners = new Map<string, string>();
        return Object.entries<Element>(elements).flatMap(([element, spec]) =>
          namesIn(spec, part as NamedPart).flatMap((name): Finding[] => {
            const joined = `${element}-${joint}${name}`;
            const owner = owners.get(joined) ?? element;
            owners.set(joined, owner);
            if (owner === element) return [];
            return [
              {
                path: [kind, element],
                at: 'key',
                message: `has a part with the same name on ${target} as a part of ${elementId(kind as 'functions', owner)}: ${joined}`,
                hint: 'rename one of the two elements, or what the part is named after',
              },
            ];
          }),
        );
      }),
    ),
  );

function namesIn({ coldStart, triggers, uses }: Element, part: NamedPart): string[] {
  if (part === 'window') return (coldStart.scheduled ?? []).map(({ name }) => name);
  if (part === 'use') return Object.keys(uses).map((on) => on.replace('.', '-'));
  return triggers.filter((trigger) => kindOf(trigger) === part).map((trigger) => String(Object.values(trigger)[0]));
}
