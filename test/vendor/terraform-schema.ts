import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An attribute or a block of a resource. */
export interface Field {
  readonly required: boolean;
  /** Whether it may be written; else only the cloud knows it. */
  readonly settable: boolean;
  /** Whether the cloud gives it a value where nobody writes one. */
  readonly computed: boolean;
  /** What it holds: a value, or fields of its own. */
  readonly type: 'string' | 'number' | 'boolean' | 'list' | 'map' | 'object';
  /** What each value of a list or a map is. */
  readonly element: 'string' | 'number' | 'boolean';
  /** How values, or objects, are held together: in their order, each once, or not at all: there is but one object. */
  readonly nesting: 'list' | 'set' | 'single';
  /** Whether there may be more than one of these objects. */
  readonly many: boolean;
  /** Whether it is written as a block: there is no value of it then that an expression could give. */
  readonly block: boolean;
  readonly fields: Fields;
}

/** What a resource, or an object in it, holds, by Terraform's names. */
export type Fields = ReadonlyMap<string, Field>;

/** The bindings of each provider, by the provider's name; the first that knows a type has it. */
export const bindings = ['google', 'google-beta', 'time'] as const;

export type Binding = (typeof bindings)[number];

const libraryOf = (binding: Binding): string =>
  join(dirname(require.resolve(`@cdktf/provider-${binding}/package.json`)), 'lib');

/** The provider that has a type: what only Google's beta provider has is that one's. */
export const bindingOf = (type: string): Binding | undefined =>
  bindings.find((binding) => existsSync(join(libraryOf(binding), moduleOf(type, binding), 'index.js')));

const none: Fields = new Map();
const known = new Map<string, Fields | undefined>();

/**
 * What a provider says about a type of resource, `data.` before a data source, or about itself, `provider` and its name;
 * undefined if none knows that name. It is derived from the sources that CDKTF's bindings were compiled from, which
 * their source maps hold, and which were generated from the provider's schema: each field has a comment there.
 */
export function fieldsOf(type: string): Fields | undefined {
  if (!known.has(type)) known.set(type, derive(type));
  return known.get(type);
}

function derive(type: string): Fields | undefined {
  const itself = bindings.find((binding) => type === `provider ${binding}`);
  const binding = itself ?? bindingOf(type);
  if (binding === undefined) return undefined;
  const file = join(libraryOf(binding), itself ? 'provider' : moduleOf(type, binding), 'index.js');
  const source = sourceOf(file);
  const bodies = new Map(
    [...source.matchAll(/^export class (\w+) extends cdktf\.\w+ \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => [
      name!,
      body!,
    ]),
  );
  const named = type.replace('data.', '');
  const [, body] = [...bodies].find(([, one]) => one.includes(`tfResourceType = "${named}"`)) ?? [];
  if (!itself) return body === undefined ? undefined : fieldsIn(body, source, bodies);
  return fieldsIn([...bodies].find(([name]) => name.endsWith('Provider'))![1], source, bodies);
}

/**
 * `google_storage_bucket` is in `storage-bucket`, as a data source in `data-google-storage-bucket`. The bindings of the
 * beta provider keep the first word.
 */
const moduleOf = (type: string, binding: Binding): string =>
  (type.startsWith('data.') || binding === 'google-beta' ? type : type.replace(`${binding}_`, '')).replace(
    /[._]/g,
    '-',
  );

function sourceOf(file: string): string {
  const compiled = readFileSync(file, 'utf8');
  const map = compiled.slice(compiled.lastIndexOf('base64,') + 'base64,'.length);
  return (JSON.parse(Buffer.from(map, 'base64').toString()) as { sourcesContent: [string] }).sourcesContent[0];
}

const comment = /^ {2}\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)$/gm;

/** The fields of a class: what is between two of their comments belongs to the first. */
function fieldsIn(body: string, source: string, bodies: ReadonlyMap<string, string>): Fields {
  // After the last field a resource says how it is written, which is about all of them.
  const end = body.search(/^ {2}\/\/ =+\n {2}\/\/ SYNTHESIS$/m);
  const all = end < 0 ? body : body.slice(0, end);
  const comments = [...all.matchAll(comment)];
  return new Map(
    comments.map(({ 1: name, 2: computed, 3: optional, 4: required, index }, place) => {
      const text = all.slice(index, comments[place + 1]?.index);
      const nested = /new (\w+?)(OutputReference|List|Map)\(this, "\w+"/.exec(text);
      const isNested = nested !== null && bodies.has(`${nested[1]}OutputReference`);
      const written = isNested ? writtenAs(name!, nested[1]!, source) : undefined;
      const field: Field = {
        required: required === 'true',
        settable: optional === 'true' || required === 'true',
        computed: computed === 'true',
        type: isNested ? 'object' : typeIn(text),
        element: elementIn(text),
        nesting: written?.type === 'struct' ? 'single' : written?.type === 'set' || isSet(text) ? 'set' : 'list',
        many: nested?.[2] === 'List',
        block: written?.isBlock === 'true',
        fields: isNested ? fieldsIn(bodies.get(`${nested[1]}OutputReference`)!, source, bodies) : none,
      };
      return [name!, field];
    }),
  );
}

function typeIn(text: string): Field['type'] {
  if (/new cdktf\.\w*Map\(|get\w*MapAttribute\(|\?: \{/.test(text)) return 'map';
  if (/new cdktf\.\w*List\(|get\w*ListAttribute\(|\?: \w+\[\]/.test(text)) return 'list';
  if (/getNumberAttribute\(|\?: number/.test(text)) return 'number';
  return /getBooleanAttribute\(|\?: boolean/.test(text) ? 'boolean' : 'string';
}

const elementIn = (text: string): Field['element'] =>
  /\bcdktf\.Number|getNumber|\bnumber\b/.test(text)
    ? 'number'
    : /\bcdktf\.Boolean|getBoolean|\bboolean\b/.test(text)
      ? 'boolean'
      : 'string';

/** CDKTF makes a list of a set, so that it can be counted through. */
const isSet = (text: string): boolean => /\bFn\.tolist\(|\(this, "\w+", true\)/.test(text);

/** Where the bindings write a field whose objects have a type, they say whether it is a block, and of what kind. */
function writtenAs(name: string, type: string, source: string): { isBlock?: string; type?: string } | undefined {
  const pattern = new RegExp(
    `^ +${name}: \\{\\n +value: .*\\b${type[0]!.toLowerCase()}${type.slice(1)}ToHclTerraform\\b.*\\n +isBlock: (?<isBlock>\\w+),\\n +type: "(?<type>\\w+)"`,
    'm',
  );
  return pattern.exec(source)?.groups;
}
