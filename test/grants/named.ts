import type { Target } from '../../lib/model/target';
import type { Json } from '../mutation/artefact';

/** A resource by the element that it belongs to, in the same words on every target. */
export interface Named {
  /** `functions.f alias`, `queues.jobs dead-letter topic`. */
  readonly name: string;
  readonly type: string;
  /** As the engine calls them; every reference in it is text: `<functions.f alias>`. */
  readonly properties: Json;
}

/** What engines' types are called here: how a type ends, without anything but its letters. */
const nouns: readonly (readonly [end: string, noun: string])[] = [
  ['taskdefinition', 'task-definition'],
  ['loggroup', 'logs'],
  ['flowlog', 'flow-log'],
  ['account', 'service-account'],
  ...[
    ['alias', 'api', 'bucket', 'database', 'function', 'job', 'queue', 'repository', 'role', 'rule', 'schedule'],
    ['secret', 'service', 'subscription', 'table', 'topic'],
  ]
    .flat()
    .map((noun) => [noun, noun] as const),
];

const kebab = (id: string): string =>
  id
    .replace(/([a-z0-9])([A-Z])|([A-Za-z])(?=\d+$)/g, (_, a, b, c) => (c === undefined ? `${a}-${b}` : `${c}-`))
    .toLowerCase();

/** A resource's name: its element, what tells it from others of its type there, and its type. */
function nameOf(element: string, local: string, type: string): string {
  const letters = type.replace(/[^a-z]/gi, '').toLowerCase();
  const noun = nouns.find(([end]) => letters.endsWith(end))?.[1] ?? letters;
  // What is called `dead-letters` by its plural is a queue, a topic or a subscription of them.
  const words = `-${local}-`
    .replace(`-${noun}-`, '-')
    .replace(/-account-$/, '-')
    .replace('dead-letters', 'dead-letter')
    .replace(/^-+|-+$/g, '');
  return [element, words, noun].filter((word) => word !== '').join(' ');
}

/** All resources of an artefact. */
export function namedIn(target: Target, artefact: Json): Named[] {
  const raw = [...rawIn(target, artefact)];
  const names = new Map(raw.map(({ id, name }) => [id, name]));
  const say = (id: string): string => `<${names.get(id) ?? id}>`;
  return raw.map(({ name, type, properties }) => ({ name, type, properties: flatten(properties, say) }));
}

function* rawIn(target: Target, artefact: Json): Generator<Named & { readonly id: string }> {
  if (target === 'aws-cdk')
    for (const [id, { Type: type, Properties: properties = {}, Metadata: metadata }] of Object.entries<Json>(
      artefact.Resources ?? {},
    ))
      yield { id, type, properties, name: nameOf(...inPath(metadata['aws:cdk:path']), type) };
  else if (target === 'gcp-cdktf') {
    for (const [type, bodies] of Object.entries<Json>(artefact.resource ?? {}))
      for (const [key, body] of Object.entries<Json>(bodies)) {
        const { '//': comment, ...properties } = body;
        yield { id: `${type}.${key}`, type, properties, name: nameOf(...inPath(comment.metadata.path), type) };
      }
  } else {
    const byUrn = new Map<string, Json>(artefact.resources.map((resource: Json) => [resource.urn, resource]));
    for (const { urn: id, type, name, parent, custom, inputs: properties } of artefact.resources) {
      if (!custom) continue;
      const { type: above, name: prefix } = byUrn.get(parent);
      const kind = above.split(':').at(-1).toLowerCase();
      const element = kind === 'foundation' ? kind : `${kind}s.${prefix.slice(artefact.project.length + 1)}`;
      yield { id, type, properties, name: nameOf(element, name.slice(prefix.length + 1), type) };
    }
  }
}

/** The element in a construct's path, and the place below it. */
function inPath(path: string): [element: string, local: string] {
  const [, , kind = '', ...rest] = path.split('/');
  const element = kind === 'foundation' ? kind : `${kind}.${rest.shift()}`;
  return [element, kebab(rest.filter((id) => id !== 'Resource').join('-'))];
}

/** Every reference as text, in whatever an engine writes; `say` knows whom an id means. */
function flatten(value: Json, say: (id: string) => string): Json {
  if (typeof value === 'string')
    return value.replace(/\$\{((?:data\.)?\w+\.[\w-]+)(?:\.[\w.]+)?\}/g, (_, id: string) => say(id));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => flatten(item, say));
  if (value.Ref !== undefined) return say(value.Ref);
  if (value['Fn::GetAtt'] !== undefined) return say([value['Fn::GetAtt']].flat().join('.').split('.')[0]!);
  if (value['Fn::Join'] !== undefined) return [flatten(value['Fn::Join'][1], say)].flat().join(value['Fn::Join'][0]);
  if (value.$ref !== undefined) return say(value.$ref.urn ?? value.$ref.invoke ?? value.$ref.config);
  if (value.$join !== undefined) return flatten(value.$join, say).join('');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, flatten(item, say)]));
}

/** Everything that stands in a property, however deep, under a name that a pattern knows. */
export function* under(pattern: RegExp, value: Json, above = ''): Generator<[above: string, value: Json]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries<Json>(value)) {
    if (pattern.test(key)) yield [above, item];
    else yield* under(pattern, item, Array.isArray(value) ? above : kebab(key.replace(/_/g, '-')));
  }
}
