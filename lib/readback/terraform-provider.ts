import { mapsIn, type Json } from './document';
import { resolveExpressions } from './expressions';
import { inProject } from './project';
import { equal, isObject } from './resource';
import type { Stamp } from './stamp';
import { pathOf } from './terraform-stacks';
import { usual } from './uniform';

/** A resource or data source of an architecture. */
interface Block {
  readonly type: string;
  readonly body: Json;
}

/** Says in a difference what a resource has in place of a provider with an alias. */
const noAlias = 'the provider without an alias';

/**
 * A stack of an app without the providers that its architecture's resources have in common: the app chooses credentials,
 * project and region with them. A resource with another provider keeps it. Of a resource's project, only another one
 * than the architecture's is left, wherever it comes from.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider
 */
export function leaveToApp(stack: Json, file: string, stamp: Stamp): Json {
  const blocks = blocksIn(stack, file, stamp);
  const names = [...new Set(blocks.map(nameOf))];
  const usualOf = new Map(
    names.map((name) => [name, usual(blocks.filter((one) => nameOf(one) === name).map(aliasOf))] as const),
  );
  const project = resolveExpressions(stamp.where?.['project']);
  const isArchitectures = (one: unknown) => equal(resolveExpressions(one), project);
  const changed = blocks.map((block): [Json, Json] => {
    const { provider, ...others } = inProject(block.type, block.body, isArchitectures, projectOf(block, stack));
    const alias = usualOf.get(nameOf(block));
    const isUsual = equal(aliasOf(block), alias);
    // Google's beta provider always has to be named.
    const named = nameOf(block) === 'google-beta' ? 'google-beta' : undefined;
    const kept = isUsual ? named : (provider ?? noAlias);
    return [block.body, { ...others, ...(kept !== undefined && { provider: kept }) }];
  });
  return withBodies(stack, new Map(changed));
}

/** A stack with other bodies of some resources and data sources. */
function withBodies(stack: Json, changed: ReadonlyMap<unknown, Json>): Json {
  const bodiesIn = (blocks: unknown) => mapped(blocks, (body) => changed.get(body) ?? body);
  const sections = Object.entries(stack).map(([section, types]) => [
    section,
    section === 'resource' || section === 'data' ? mapped(types, bodiesIn) : types,
  ]);
  return Object.fromEntries(sections) as Json;
}

const mapped = (map: unknown, change: (value: unknown) => unknown): unknown =>
  isObject(map) ? Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)])) : map;

function blocksIn(stack: Json, file: string, stamp: Stamp): Block[] {
  return (['resource', 'data'] as const).flatMap((kind) =>
    mapsIn(stack[kind], file, kind).flatMap(([type, bodies]) =>
      mapsIn(bodies, file, kind, type)
        .map(([, body]) => ({ type, body }))
        .filter(({ body }) => pathOf(body['//']).startsWith(`${stamp.path}/`)),
    ),
  );
}

/** The local name of a block's provider: that of its own, or the first word of its type. */
const nameOf = ({ type, body }: Block): string => textIn(body)?.split('.')[0] ?? type.split('_')[0]!;

const aliasOf = ({ body }: Block): string => textIn(body)?.split('.')[1] ?? noAlias;

function textIn({ provider }: Json): string | undefined {
  return typeof provider === 'string' ? provider : undefined;
}

/** The project of a block's provider in the stack. */
function projectOf(block: Block, stack: Json): unknown {
  const { [nameOf(block)]: all } = isObject(stack['provider']) ? stack['provider'] : {};
  const alias = textIn(block.body)?.split('.')[1];
  const own = (Array.isArray(all) ? all : []).filter(isObject).find((one) => one['alias'] === alias);
  return own?.['project'];
}
