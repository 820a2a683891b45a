import type { JsonSchema } from '../lib/model/json-schema';
import { jsonSchema } from '../lib/model/json-schema';
import { targets } from '../lib/model/target';
import { supportEntries, type SupportEntry } from '../lib/support/entries';
import { descriptions } from './descriptions';

/** The pages that are made from the data and the comments in the code, by their place in `docs`. */
export const pages = (): Readonly<Record<string, string>> => ({ 'model.md': modelPage(), 'support.md': supportPage() });

const generated = '<!-- Made by `npm run docs`. -->';

function modelPage(): string {
  const said = descriptions();
  const schema = jsonSchema((path) => said.get(path.join('.')));
  return `# The model, field by field

${generated}

An architecture is YAML, JSON, or what \`defineArchitecture\` takes. Anywhere a value stands, \`\${parameters.x}\` may. Values in \`environment\` and in \`outputs\` may hold references, \`\${kind.element.attribute}\`: \`functions.x.{name,arn,url}\`, \`services.x.{name,url}\`, \`apis.x.url\`, \`tables.x.name\`. \`$\${\` is a literal \`\${\`.

What a target does with a field is told in [Support](support.md).

${sections(schema, [])
  .map(
    ({ path, rows }) =>
      `## ${path === '' ? 'Top level' : `\`${path}\``}\n\n| field | type | default | meaning |\n|---|---|---|---|\n${rows.join('\n')}`,
  )
  .join('\n\n')}
`;
}

interface Section {
  readonly path: string;
  readonly rows: readonly string[];
}

/** A table for each map with fields of its own. */
function sections(schema: JsonSchema, path: readonly string[]): Section[] {
  const object = objectIn(schema);
  if (!object) return [];
  const fields = Object.entries((object.properties ?? {}) as Record<string, JsonSchema>);
  const rows = fields.map(([name, field]) => {
    const isRequired = object.required?.includes(name) ?? false;
    const fallback =
      field.default ?? (field.anyOf as JsonSchema[] | undefined)?.find((one) => one.default !== undefined)?.default;
    const byDefault = isRequired ? 'required' : fallback === undefined ? '' : `\`${JSON.stringify(fallback)}\``;
    return `| \`${name}\` | ${typeOf(field)} | ${byDefault} | ${escape(field.description ?? '')} |`;
  });
  return [
    ...(rows.length > 0 ? [{ path: path.join('.'), rows }] : []),
    ...fields.flatMap(([name, field]) => sections(field, [...path, name])),
    ...(typeof object.additionalProperties === 'object'
      ? sections(object.additionalProperties, [...path, '<name>'])
      : []),
  ];
}

const objectIn = (schema: JsonSchema): JsonSchema | undefined =>
  schema.type === 'object' ? schema : (schema.anyOf as JsonSchema[] | undefined)?.find((one) => one.type === 'object');

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf) {
    const types = (schema.anyOf as JsonSchema[])
      .filter((one) => !String(one.pattern).includes('parameters'))
      .map(typeOf);
    return [...new Set(types)].join(types.every((type) => type.startsWith('`')) ? ' ' : ' or ');
  }
  if (schema.type === 'array') return `list of ${typeOf(schema.items as JsonSchema)}`;
  if (schema.type === 'object') return 'map';
  const { minimum, maximum } = schema;
  return minimum === undefined || Math.abs(Number(maximum)) > 1e15
    ? String(schema.type)
    : `${String(schema.type)}, ${minimum} to ${maximum}`;
}

function supportPage(): string {
  const rows = new Map<string, SupportEntry[]>();
  for (const entry of supportEntries()) {
    const row = `\`${entry.path}\`${entry.value === undefined ? '' : ` (${entry.value})`}`;
    rows.set(row, [...(rows.get(row) ?? []), entry]);
  }
  const lines = [...rows].map(([row, cells]) => {
    const columns = targets.map((target) => cells.find((cell) => cell.target === target)?.is ?? '');
    const reasons = [
      ...new Set(cells.map(({ becomes, reason }) => [becomes, reason].filter(Boolean).join(': '))),
    ].filter(Boolean);
    return `| ${row} | ${columns.join(' | ')} | ${escape(reasons.join('; '))} |`;
  });
  return `# Support

${generated}

What each target does with each field: **exact**, **approximated** (rendered, with the difference that is stated), or **refused** (an error with that reason). A row with values in brackets speaks of those alone.

| field | ${targets.map((target) => `\`${target}\``).join(' | ')} | what it becomes, and why |
|---|${targets.map(() => '---').join('|')}|---|
${lines.join('\n')}
`;
}

const escape = (text: string): string => text.replaceAll('|', '\\|');
