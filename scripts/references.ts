import type { Target } from '../lib/model/target';
import type { Reference, ReferencesIn } from './mutants';

type Json = Readonly<Record<string, unknown>>;

const formats: Readonly<Record<Target, (artefact: Json) => ReferencesIn>> = {
  'aws-cdk': inTemplate,
  'gcp-cdktf': inStack,
  'aws-pulumi': inRecording,
  'gcp-pulumi': inRecording,
};

/** Finds references in an artefact of a target, and those to other resources of the same type. */
export const referencesIn = (target: Target, artefact: Json): ReferencesIn => formats[target](artefact);

/** References are `{ Ref: id }`, and lists that begin with an id, as that of `Fn::GetAtt` does. */
function inTemplate(template: Json): ReferencesIn {
  const resources = (template['Resources'] ?? {}) as Record<string, { Type?: string }>;
  const others = byType(Object.entries(resources).map(([id, { Type: type = '' }]) => [id, type]));
  return (container) => {
    const key = Array.isArray(container) ? '0' : 'Ref';
    const id = (container as Json)[key];
    return typeof id === 'string' ? named(key, others(id)) : [];
  };
}

/** References are `${type.id.attribute}` in a text. */
function inStack(stack: Json): ReferencesIn {
  const blocks = (stack['resource'] ?? {}) as Record<string, Record<string, unknown>>;
  const others = byType(
    Object.entries(blocks).flatMap(([type, bodies]) =>
      Object.keys(bodies).map((id) => [`${type}.${id}`, type] as const),
    ),
  );
  return (container) =>
    Object.entries(container).flatMap(([key, value]) => {
      const [, address] = typeof value === 'string' ? (/\$\{([a-z0-9_]+\.[A-Za-z0-9_-]+)\./.exec(value) ?? []) : [];
      return address === undefined
        ? []
        : named(
            key,
            others(address).map((other) => (value as string).replaceAll(`\${${address}.`, () => `\${${other}.`)),
          );
    });
}

/** References are the `urn` of a map that has a path as well. */
function inRecording(recording: Json): ReferencesIn {
  const resources = (recording['resources'] ?? []) as { urn: string; type: string }[];
  const others = byType(resources.map(({ urn, type }) => [urn, type]));
  return (container) => {
    const { urn, path } = container as Json;
    return typeof urn === 'string' && Array.isArray(path) ? named('urn', others(urn)) : [];
  };
}

const named = (key: string, others: readonly string[]): Reference[] => (others.length > 0 ? [{ key, others }] : []);

/** Finds the other names of a name's type. */
function byType(names: readonly (readonly [name: string, type: string])[]): (name: string) => readonly string[] {
  const types = new Map(names);
  const groups = new Map<string, string[]>();
  for (const [name, type] of names) groups.set(type, [...(groups.get(type) ?? []), name]);
  return (name) => (groups.get(types.get(name) ?? '') ?? []).filter((other) => other !== name);
}
