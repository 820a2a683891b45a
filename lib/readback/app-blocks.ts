import { isObject, Resource } from './resource';
import type { Json } from './document';

/** Sections whose blocks are resources of their own here, or that architectures have as well. */
const known = ['//', 'resource', 'data', 'output', 'provider', 'terraform', 'variable', 'locals'];

/** The type of a local value: a name for an expression, which does nothing itself. */
export const localType = 'local';

/**
 * Blocks of an app's stack beside resources, data sources and outputs: local values, through which a resource can refer to
 * one of the architecture, and blocks that can refer to one themselves (`module`, `import`, `removed`, …).
 */
export function appBlocks(
  stack: Json,
  resolve: (value: unknown) => unknown,
  addressOf: (address: string) => string,
): Resource[] {
  const locals = Object.entries(isObject(stack['locals']) ? stack['locals'] : {});
  const sections = Object.entries(stack).filter(([section]) => !known.includes(section));
  return [
    ...locals.map(([name, value]) => new Resource(addressOf(`local.${name}`), localType, { value: resolve(value) })),
    ...sections.flatMap(([section, blocks]) =>
      Object.entries(isObject(blocks) ? blocks : {}).map(
        ([name, block]) => new Resource(addressOf(`${section}.${name}`), section, resolve(block)),
      ),
    ),
  ];
}
