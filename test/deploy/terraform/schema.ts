import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../projects/run';
import { bindingOf, fieldsOf, type Binding, type Field, type Fields } from '../../vendor/terraform-schema';
import { identities } from './identities';

/** A type, as Terraform writes it in JSON. */
type Type = string | readonly [string, Type] | readonly [string, Readonly<Record<string, Type>>];

interface Block {
  readonly attributes: Readonly<Record<string, object>>;
  readonly block_types: Readonly<Record<string, object>>;
}

/**
 * What the stand-in for a provider knows, as the JSON that it reads: the schema of all that is rendered, in the
 * form of `terraform providers schema -json`, and for each type what identifies it.
 */
export function schemaOfTheStandIn(provider: Binding): string {
  const types = renderedTypes().filter((type) => bindingOf(type) === provider);
  const kinds = (prefix: string): Readonly<Record<string, object>> =>
    Object.fromEntries(
      types
        .filter((type) => type.startsWith('data.') === (prefix !== ''))
        .map((type) => [type.slice(prefix.length), kindOf(type)]),
    );
  return JSON.stringify({
    provider: { block: blockOf(fieldsOf(`provider ${provider}`)!) },
    resource_schemas: kinds(''),
    data_source_schemas: kinds('data.'),
  });
}

/** What the target makes, by what it imports of the bindings. */
function renderedTypes(): string[] {
  const folder = join(root, 'lib/render/gcp-cdktf');
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const modules = sources.flatMap((source) => [...source.matchAll(/@cdktf\/provider-([\w-]+)\/lib\/([\w-]+)/g)]);
  const types = modules.filter(([, , module]) => module !== 'provider');
  return [...new Set(types.map(([, provider, module]) => typeOf(provider!, module!)))].sort();
}

function typeOf(provider: string, module: string): string {
  if (module.startsWith('data-')) return `data.${module.slice('data-'.length).replaceAll('-', '_')}`;
  // The bindings of the beta provider keep the first word.
  return `${provider === 'google-beta' ? '' : `${provider}_`}${module.replaceAll('-', '_')}`;
}

function kindOf(type: string): object {
  const fields = fieldsOf(type);
  const identity = identities[type];
  if (fields === undefined) throw new Error(`${type}: no such type`);
  if (identity === undefined) throw new Error(`${type} is rendered: identities.ts must say what identifies it`);
  const { id, values, adopts = false } = identity;
  return { block: blockOf(fields), values: { ...values, id }, adopts };
}

function blockOf(fields: Fields): Block {
  const all = [...fields];
  return {
    attributes: Object.fromEntries(
      all
        .filter(([, { block }]) => !block)
        .map(([name, field]) => [
          name,
          {
            type: typeOfField(field),
            required: field.required,
            optional: field.settable && !field.required,
            computed: field.computed,
          },
        ]),
    ),
    block_types: Object.fromEntries(
      all
        .filter(([, { block }]) => block)
        .map(([name, { nesting, required, many, fields: inner }]) => [
          name,
          {
            nesting_mode: nesting,
            // A block that there is but one of has no number.
            ...(nesting !== 'single' && { min_items: required ? 1 : 0, max_items: many ? 0 : 1 }),
            block: blockOf(inner),
          },
        ]),
    ),
  };
}

function typeOfField({ type, element, nesting, fields }: Field): Type {
  switch (type) {
    case 'object':
      return [nesting, ['object', Object.fromEntries([...fields].map(([name, field]) => [name, typeOfField(field)]))]];
    case 'list':
      return [nesting, named[element]];
    case 'map':
      return ['map', named[element]];
    default:
      return named[type];
  }
}

const named = { string: 'string', number: 'number', boolean: 'bool' } as const;
