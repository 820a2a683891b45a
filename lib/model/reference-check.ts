import type { ResolvedArchitecture } from './architecture';
import { hintOf, missing, type WrittenNames } from './existence';
import { isExpression } from './hint';
import type { Kind } from './kind';
import { elementId } from './name';
import { outputNameOf, publicReferences } from './output';
import type { Finding, Path } from './problem';
import { formatReference } from './reference';
import { formatText, referencesIn, type Text, type WithEnvironment } from './text';

/**
 * Finds references to nothing in environments and outputs, and outputs that aren't references or whose name is taken.
 *
 * @param isGiven true of an output that is the plain value of a parameter, which may be an engine's value elsewhere
 */
export function checkReferences(
  architecture: ResolvedArchitecture,
  written: WrittenNames,
  isGiven: (path: Path) => boolean,
): Finding[] {
  return [
    ...checkEnvironments(architecture, written),
    ...checkOutputs(architecture, written, isGiven),
    ...checkOutputNames(architecture),
  ];
}

function checkEnvironments(architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return (['functions', 'services'] as const).flatMap((kind) =>
    Object.entries<WithEnvironment>(architecture[kind]).flatMap(([name, { environment }]) =>
      Object.entries(environment).flatMap(([variable, text]) =>
        checkText(text, [kind, name, 'environment', variable], architecture, written),
      ),
    ),
  );
}

function checkText(text: Text, path: Path, architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return referencesIn(text).flatMap(({ kind, element, attribute }) => {
    const nowhere = missing({ path }, kind, element, written);
    if (nowhere.length > 0) return nowhere;
    const hint = attribute === 'url' ? urlIsMissing(architecture, kind, element) : undefined;
    return hint === undefined ? [] : [{ path, message: `${elementId(kind, element)} has no url`, hint }];
  });
}

/** Hint on how to give an element a URL; undefined if it has one, or isn't known. */
function urlIsMissing({ functions, services }: ResolvedArchitecture, kind: Kind, name: string): string | undefined {
  if (kind === 'functions' && functions[name] && functions[name].http === undefined)
    return 'set http: private or http: public';
  if (kind === 'services' && services[name]?.ingress === 'none') return 'set ingress: public';
  return undefined;
}

function checkOutputs(
  architecture: ResolvedArchitecture,
  written: WrittenNames,
  isGiven: (path: Path) => boolean,
): Finding[] {
  return Object.entries(architecture.outputs).flatMap(([name, text]): Finding[] => {
    const path = ['outputs', name];
    if (text.length === 1 && typeof text[0] === 'object') return checkText(text, path, architecture, written);
    if (isGiven(path)) return [];
    return [
      {
        path,
        message: `must be one reference, such as \${apis.public.url}, got ${JSON.stringify(formatText(text))}`,
        ...hintOf(isExpression(formatText(text)) ? `write \${${formatText(text)}}` : undefined),
      },
    ];
  });
}

/** Finds names in `outputs` that are the default name of another output. */
function checkOutputNames(architecture: ResolvedArchitecture): Finding[] {
  const replaced = new Set(
    Object.values(architecture.outputs).flatMap((text) => referencesIn(text).map(formatReference)),
  );
  return publicReferences(architecture)
    .filter((reference) => !replaced.has(formatReference(reference)))
    .filter((reference) => Object.hasOwn(architecture.outputs, outputNameOf(reference)))
    .map((reference) => ({
      path: ['outputs', outputNameOf(reference)],
      at: 'key',
      message: `${elementId(reference.kind, reference.element)} already has a default output with this name`,
      hint: 'choose another name',
    }));
}
