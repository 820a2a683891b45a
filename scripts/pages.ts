import type { JsonSchema } from '../lib/model/json-schema';
import { jsonSchema } from '../lib/model/json-schema';
import { verbs } from '../lib/model/grant';
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

An architecture is YAML, JSON, or what \`defineArchitecture\` takes. Anywhere a value stands, \`\${parameters.x}\` may. Values in \`environment\` and in \`outputs\` may hold references, \`\${kind.element.attribute}\`: \`functions.x.{name,arn,url}\`, \`services.x.{name,url}\`, \`apis.x.url\`, \`queues.x.{name,arn,url}\`, \`topics.x.{name,arn}\`, \`buckets.x.name\`, \`tables.x.name\`, \`secrets.x.name\`. \`$\${\` is a literal \`\${\`.

What a target does with a field is told in [Support](support.md). A \`uses\` gives an element nothing but what its verb says: ${Object.entries(
    verbs,
  )
    .map(([kind, some]) => `\`${kind}\` ${some.map((verb) => `\`${verb}\``).join(', ')}`)
    .join(' · ')}.

${received}

${sections(schema, [])
  .map(
    ({ path, rows }) =>
      `## ${path === '' ? 'Top level' : `\`${path}\``}\n\n| field | type | default | meaning |\n|---|---|---|---|\n${rows.join('\n')}`,
  )
  .join('\n\n')}
`;
}

/** What the code of a function gets, by what invokes it. */
const received = `## What the code receives

| invoked by | on AWS | on GCP, a POST to |
|---|---|---|
| an API, its URL | the event of an HTTP API, payload 2.0 | the request itself |
| \`schedule\`, \`rate\` | \`input\` | \`/triggers/schedule/<index>\`, with \`input\` as its body |
| \`queue\` | SQS's \`Records\`; it answers with \`batchItemFailures\`, the messages that come again | \`/triggers/queue/<name>\`, with Pub/Sub's envelope of one message; a status other than 2xx lets it come again |
| \`topic\` | SNS's \`Records\` | \`/triggers/topic/<name>\`, with Pub/Sub's envelope |
| \`bucket\` | EventBridge's event of S3, \`Object Created\` or \`Object Deleted\` | \`/triggers/bucket/<name>\`, with Pub/Sub's envelope of Cloud Storage's notification |
| warming | \`{"warmer":true,"concurrency":<instances>}\` | \`/warm\` |

\`<index>\` counts the element's triggers from 0. Events may come more than once, and not in their order. What fails is tried again; what fails for good goes to the queue's own dead-letter queue, or to \`retry.deadLetter\`. [Events](events.md) tells more of both, and has handlers in six languages. Anything that a function finds under \`secrets\` is a secret's identifier, by which the code reads the value; a service finds the value itself.`;

interface Section {
  readonly path: string;
  readonly rows: readonly string[];
}

/** A table for each map with fields of its own; for each of several that one field may be, by the field they differ in. */
function sections(schema: JsonSchema, path: readonly string[]): Section[] {
  const objects = objectsIn(schema);
  return objects.flatMap((object) => {
    const fields = Object.entries((object.properties ?? {}) as Record<string, JsonSchema>);
    const rows = fields.map(([name, field]) => {
      const isRequired = object.required?.includes(name) ?? false;
      const fallback =
        field.default ?? (field.anyOf as JsonSchema[] | undefined)?.find((one) => one.default !== undefined)?.default;
      const byDefault = isRequired ? 'required' : fallback === undefined ? '' : `\`${JSON.stringify(fallback)}\``;
      return `| \`${name}\` | ${typeOf(field)} | ${byDefault} | ${escape(field.description ?? '')} |`;
    });
    const at = objects.length > 1 ? `${path.join('.')}: ${object.required?.[0] ?? ''}` : path.join('.');
    return [
      ...(rows.length > 0 ? [{ path: at, rows }] : []),
      ...fields.flatMap(([name, field]) => sections(field, [...path, name])),
      ...(typeof object.additionalProperties === 'object'
        ? sections(object.additionalProperties, [...path, '<name>'])
        : []),
    ];
  });
}

/** The maps that a value, or each of a list, can be. */
function objectsIn(schema: JsonSchema): JsonSchema[] {
  if (schema.type === 'object') return [schema];
  if (schema.type === 'array') return objectsIn(schema.items as JsonSchema);
  return ((schema.anyOf ?? []) as JsonSchema[]).flatMap(objectsIn);
}

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
  if (schema.$ref !== undefined) return 'any JSON';
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

Support for each field on each target: **exact**, **approximated** (rendered, with the stated difference), or **refused** (an error with the stated reason). A row with values in brackets applies only to those values.

| field | ${targets.map((target) => `\`${target}\``).join(' | ')} | what it becomes, and why |
|---|${targets.map(() => '---').join('|')}|---|
${lines.join('\n')}
`;
}

const escape = (text: string): string => text.replaceAll('|', '\\|');
