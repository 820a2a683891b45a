import { judge } from '../../lib/support/judge';
import { supportEntries } from '../../lib/support/entries';
import { ArchitectureError } from '../../lib/model/problem';
import { targets, type Target } from '../../lib/model/target';
import { Editable, type Json } from '../mutation/artefact';
import { differencesIn, linesOf, render } from '../rendering';

/* The forty cells: five strategies, for functions and for containers, on four targets. */

const strategies = {
  warming: 'warming: { instances: 3, every: 5m }',
  provisioned: 'provisioned: 5',
  dynamic: 'dynamic: { min: 1, max: 50 }',
  utilization: 'utilization: { min: 2, max: 50, target: 0.7 }',
  scheduled:
    'utilization: { min: 2, max: 50 }, scheduled: [{ name: office-hours, start: "0 8 * * 1-5", end: "0 18 * * 1-5", timezone: Europe/Berlin, min: 20, max: 100 }]',
};

const elements = {
  functions: 'orders: { runtime: nodejs22, code: code, handler: index.handler, http: private, ',
  services: 'orders: { image: "docker.io/library/nginx:1.29", ingress: public, ',
};

type Kind = keyof typeof elements;
type Strategy = keyof typeof strategies;

const cells = (Object.keys(elements) as Kind[]).flatMap((kind) =>
  (Object.keys(strategies) as Strategy[]).flatMap((strategy) =>
    targets.map((target) => [kind, strategy, target] as const),
  ),
);

const textOf = (kind: Kind, coldStart: string): string =>
  `name: shop\nfoundation: {}\n${kind}: { ${elements[kind]}coldStart: ${coldStart} } }\n`;

test('there are forty, and each is in the table of what is supported', () => {
  const known = new Set(supportEntries().map(({ path, target }) => `${path} ${target}`));
  expect(cells).toHaveLength(40);
  expect(cells.filter(([kind, strategy, target]) => !known.has(`${kind}.coldStart.${strategy} ${target}`))).toEqual([]);
});

test.each(cells)('%s, %s, on %s: is what the table says', async (kind, strategy, target) => {
  const refusals = await refusalsOf(kind, strategy, target);
  const path = `${kind}.coldStart.${strategy}`;
  const said = supportEntries().filter((entry) => entry.path === path && entry.target === target);
  if (refusals !== undefined) {
    expect(said.map(({ is }) => is)).toContain('refused');
    expect(refusals).toEqual([expect.stringContaining(`${kind}.orders.coldStart.${strategy}: is refused`)]);
    return;
  }
  const rendering = await render({ text: textOf(kind, `{ ${strategies[strategy]} }`) }, target);
  expect(linesOf(differencesIn(rendering))).toEqual([]);
  const judged = judge(rendering.resolved.architecture, target).filter((one) =>
    one.path.startsWith(`${kind}.orders.coldStart`),
  );
  expect(judged.map(({ path: at, is }) => `${at} ${is}`)).toMatchSnapshot('what becomes of it');
  expect(await addedBy(kind, strategy, target)).toMatchSnapshot('what it is rendered as');
});

/** What of an architecture is refused; undefined if nothing is. */
async function refusalsOf(kind: Kind, strategy: Strategy, target: Target): Promise<string[] | undefined> {
  try {
    await render({ text: textOf(kind, `{ ${strategies[strategy]} }`) }, target);
    return undefined;
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    return error.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path}: ${message}`);
  }
}

type Parts = Readonly<Record<string, Json>>;

/** What a strategy adds to what an element is rendered as without one, and what it changes there. */
async function addedBy(kind: Kind, strategy: Strategy, target: Target): Promise<Parts> {
  const [plain, full] = await Promise.all(
    ['{}', `{ ${strategies[strategy]} }`].map(async (coldStart) => {
      const rendering = await render({ text: textOf(kind, coldStart) }, target);
      return partsIn(target, new Editable(rendering).original());
    }),
  );
  const changed = Object.entries(full!).map(([id, properties]) => [id, without(properties, plain![id] ?? {})] as const);
  return Object.fromEntries(changed.filter(([, properties]) => Object.keys(properties).length > 0));
}

/** The properties of everything that is rendered. A version of a function has a hash of all that it is in its name. */
function partsIn(target: Target, artefact: Json): Parts {
  const text = JSON.stringify(artefact).replace(/(CurrentVersion\w{8})\w+/g, '$1');
  const { Resources, resource, resources } = JSON.parse(text) as Json;
  switch (target) {
    case 'aws-cdk':
      return mapOf(Object.entries<Json>(Resources).map(([id, { Type, Properties }]) => [`${Type} ${id}`, Properties]));
    case 'gcp-cdktf':
      return mapOf(
        Object.entries<Json>(resource).flatMap(([type, all]) =>
          Object.entries<Json>(all).map(([id, properties]) => [`${type}.${id}`, properties] as const),
        ),
      );
    default:
      return mapOf(resources.map(({ urn, inputs, options }: Json) => [urn, { ...inputs, options }]));
  }
}

const mapOf = (entries: readonly (readonly [string, Json])[]): Parts => Object.fromEntries(entries);

/** What of a value isn't the same in another one. */
function without(value: Json, other: Json): Json {
  const isMap = (one: Json): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  const fields = Object.entries<Json>(value ?? {}).filter(
    ([key, field]) => JSON.stringify(field) !== JSON.stringify(other[key]),
  );
  return Object.fromEntries(
    fields.map(([key, field]) => [key, isMap(field) && isMap(other[key]) ? without(field, other[key]) : field]),
  );
}
