import type { ResolvedArchitecture } from './architecture';
import { camelCase, type Kind } from './name';
import { formatReference, type Attribute, type Reference } from './reference';
import type { Text } from './text';

/** A kind's name within an output's name. */
const outputKinds = {
  functions: 'Function',
  services: 'Service',
  apis: 'Api',
  queues: 'Queue',
  topics: 'Topic',
  buckets: 'Bucket',
  tables: 'Table',
  secrets: 'Secret',
} as const satisfies Record<Kind, string>;

/** `orders`, a function's `url` → `ordersFunctionUrl` */
export function outputNameOf({ kind, element, attribute }: Reference): string {
  return camelCase(element) + outputKinds[kind] + attribute.charAt(0).toUpperCase() + attribute.slice(1);
}

/** What each public element tells by itself: where it is reached. */
export function publicReferences({
  functions,
  services,
  apis,
}: Pick<ResolvedArchitecture, 'functions' | 'services' | 'apis'>): Reference[] {
  const url = (kind: Kind, names: readonly string[]): Reference[] =>
    names.map((element) => ({ kind, element, attribute: 'url' satisfies Attribute }));
  const namesOf = <T>(elements: Readonly<Record<string, T>>, isPublic: (element: T) => boolean): string[] =>
    Object.keys(elements).filter((name) => isPublic(elements[name]!));
  return [
    ...url(
      'functions',
      namesOf(functions, ({ http }) => http === 'public'),
    ),
    ...url(
      'services',
      namesOf(services, ({ ingress }) => ingress === 'public'),
    ),
    ...url('apis', Object.keys(apis)),
  ];
}

/**
 * What a deployment tells: each public element's URL, and what `outputs` names. A name in `outputs` takes the place
 * of the one that its reference has by default.
 */
export function outputsOf(architecture: ResolvedArchitecture): Readonly<Record<string, Text>> {
  const named = new Set(
    Object.values(architecture.outputs).flatMap((text) =>
      text.map((part) => (typeof part === 'string' ? part : formatReference(part))),
    ),
  );
  const byDefault = publicReferences(architecture).filter((reference) => !named.has(formatReference(reference)));
  return {
    ...Object.fromEntries(byDefault.map((reference): [string, Text] => [outputNameOf(reference), [reference]])),
    ...architecture.outputs,
  };
}
