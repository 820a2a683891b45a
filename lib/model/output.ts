import type { ResolvedArchitecture } from './architecture';
import { kindSpecs, type Kind } from './kind';
import { camelCase } from './name';
import type { Attribute, Reference } from './reference';
import { formatText, type Text } from './text';

/** `orders`, a function's `url` → `ordersFunctionUrl` */
export function outputNameOf({ kind, element, attribute }: Reference): string {
  return camelCase(element) + kindSpecs[kind].title + attribute.charAt(0).toUpperCase() + attribute.slice(1);
}

/** The URLs of public elements, which are outputs by default. */
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
 * All outputs: the URL of each public element, and those in `outputs`. A name in `outputs` replaces the default name of
 * the same reference.
 */
export function outputsOf(architecture: ResolvedArchitecture): Readonly<Record<string, Text>> {
  const named = new Set(Object.values(architecture.outputs).map(formatText));
  const byDefault = publicReferences(architecture).filter((reference) => !named.has(formatText([reference])));
  return {
    ...Object.fromEntries(byDefault.map((reference): [string, Text] => [outputNameOf(reference), [reference]])),
    ...architecture.outputs,
  };
}
