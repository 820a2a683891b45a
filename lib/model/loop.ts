import type { ResolvedArchitecture } from './architecture';
import { circlesIn, type Step } from './circle';
import type { WithUses } from './grant';
import { elementId, splitElementId, type ElementId } from './name';
import type { Finding, Path } from './problem';
import type { Trigger, WithTriggers } from './trigger';

type Elements = Pick<ResolvedArchitecture, 'functions' | 'services'>;
type Steps = Map<ElementId, Step<ElementId>[]>;

/** Element whose messages or events a trigger delivers; undefined for a schedule. */
function sourceOf(trigger: Trigger): ElementId | undefined {
  if ('queue' in trigger) return elementId('queues', trigger.queue);
  if ('topic' in trigger) return elementId('topics', trigger.topic);
  return 'bucket' in trigger ? elementId('buckets', trigger.bucket) : undefined;
}

/** Verbs that cause events. */
const makesEvents = /^(?:send|publish|write|readwrite|invoke)$/;

/** Warns of events whose handling may cause the same events again, through any number of elements; each loop once. */
export function eventLoops(architecture: ResolvedArchitecture): Finding[] {
  const steps: Steps = new Map();
  for (const { id, path, uses } of elementsOf(architecture))
    for (const [to, verb] of Object.entries(uses) as [ElementId, string][])
      if (makesEvents.test(verb) && exists(to, architecture)) add(steps, id, { to, path: [...path, 'uses', to] });
  addTriggers(steps, architecture);
  return (
    circlesIn(steps)
      // A circle of invocations only is refused by another check.
      .filter((circle) => circle.steps.some(({ path }) => path[2] === 'triggers'))
      .map((circle) => ({
        severity: 'warning',
        path: circle.steps.find(({ path }) => path[2] === 'uses')!.path,
        message: `events may loop: ${circle.way.join(' → ')}`,
        hint: 'make sure that the loop ends, for example with another prefix, or send the events elsewhere',
      }))
  );
}

/** Finds dead letters that return to the element that failed to handle them, through any number of elements. */
export function deadLetterLoops(architecture: ResolvedArchitecture): Finding[] {
  const steps: Steps = new Map();
  for (const { id, path, retry } of elementsOf(architecture)) {
    const to = retry?.deadLetter === undefined ? undefined : elementId('queues', retry.deadLetter);
    if (to && exists(to, architecture)) add(steps, id, { to, path: [...path, 'retry', 'deadLetter'] });
  }
  addTriggers(steps, architecture);
  return circlesIn(steps).map((circle) => ({
    path: circle.steps.find(({ path }) => path[2] === 'retry')!.path,
    message: `dead letters loop: ${circle.way.join(' → ')}`,
    hint: 'use a queue with another consumer, or one that people inspect',
  }));
}

/** Adds a step from each source of events to its consumer. */
function addTriggers(steps: Steps, architecture: ResolvedArchitecture): void {
  for (const { id, path, triggers } of elementsOf(architecture))
    triggers.forEach((trigger, index) => {
      const source = sourceOf(trigger);
      if (source && exists(source, architecture)) add(steps, source, { to: id, path: [...path, 'triggers', index] });
    });
}

/** A name without an element is reported elsewhere: no event comes from it. */
function exists(id: ElementId, architecture: ResolvedArchitecture): boolean {
  const { kind, name } = splitElementId(id);
  return Object.hasOwn(architecture[kind], name);
}

function add(steps: Steps, from: ElementId, step: Step<ElementId>): void {
  steps.set(from, [...(steps.get(from) ?? []), step]);
}

const elementsOf = ({ functions, services }: Elements): ({ id: ElementId; path: Path } & WithTriggers & WithUses)[] =>
  Object.entries({ functions, services }).flatMap(([kind, elements]) =>
    Object.entries<WithTriggers & WithUses>(elements).map(([name, { triggers, retry, uses, secrets }]) => ({
      id: elementId(kind as keyof Elements, name),
      path: [kind, name],
      triggers,
      ...(retry && { retry }),
      uses,
      secrets,
    })),
  );
