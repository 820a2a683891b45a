import { refer } from '../reference';
import { Resource, View } from '../view';

type Json = Record<string, unknown>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A text with its expressions as references, and with what is escaped as it is meant. */
function plainText(text: string): string {
  return text.replace(/\$\$\{|%%\{|\$\{([^}]*)\}/g, (all, expression?: string) => {
    if (expression === undefined) return all.slice(1);
    const [head, ...path] = expression.replace(/\[\d+\]|\.\d+(?=\.)/g, '').split('.');
    if (head === 'var') return refer('', path.join('.'));
    const length = head === 'data' ? 2 : 1;
    return refer([head, ...path.slice(0, length)].join('.'), path.slice(length).join('.'));
  });
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** The resources of a stack's JSON, its data sources among them. */
export function viewTerraform({ resource = {}, data = {} }: { resource?: Blocks; data?: Blocks }): View {
  const view = (blocks: Blocks, prefix: string): Resource[] =>
    Object.entries(blocks).flatMap(([type, all]) =>
      Object.entries(all).map(([name, { '//': _, depends_on = [], lifecycle, provider, ...properties }]) => {
        const options = { ...(lifecycle !== undefined && { lifecycle }), ...(provider !== undefined && { provider }) };
        return new Resource(
          `${prefix}${type}.${name}`,
          `${prefix}${type}`,
          plain(properties) as Json,
          depends_on as string[],
          {},
          options as Json,
        );
      }),
    );
  return new View('gcp-cdktf', 'gcp', [...view(resource, ''), ...view(data, 'data.')]);
}
