import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../lib/support/judge';
import { supportEntries } from '../../lib/support/entries';
import { ArchitectureError } from '../../lib/model/problem';
import type { Target } from '../../lib/model/target';
import { Editable, type Json } from '../mutation/artefact';
import { resourcesIn, shown } from '../render/element';
import { differencesIn, linesOf, render, type Rendering } from '../rendering';

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
  (Object.keys(strategies) as Strategy[]).map((strategy) => [kind, strategy] as const),
);

const textOf = (kind: Kind, coldStart: string): string =>
  `name: shop\nfoundation: { ingress: { insecure: true } }\n${kind}: { ${elements[kind]}coldStart: ${coldStart} } }\n`;

/** The file of a cell: how the support table judges a strategy, and what rendering it adds. */
const reviewed = (kind: Kind, strategy: Strategy, target: Target): string =>
  join(__dirname, 'cold-start', `${kind}.${strategy}.${target}.yaml`);

/** Accepts what is rendered now: `UPDATE_CELLS=1 npx jest test/conformance`. */
const update = process.env['UPDATE_CELLS'] !== undefined;

/** Renders each strategy for functions and for containers on one target: ten of the forty cells. */
export function rendersColdStarts(target: Target): void {
  const plain: Partial<Record<Kind, Promise<Parts>>> = {};

  test.each(cells)('%s, %s: is what the support table says', async (kind, strategy) => {
    const path = `${kind}.coldStart.${strategy}`;
    const known = supportEntries().filter((entry) => entry.path === path && entry.target === target);
    expect(known).not.toEqual([]);
    const file = reviewed(kind, strategy, target);
    const rendering = await renderOrRefuse(textOf(kind, `{ ${strategies[strategy]} }`), target);
    if (Array.isArray(rendering)) {
      expect(known.map(({ is }) => is)).toContain('refused');
      expect(rendering).toEqual([expect.stringContaining(`${kind}.orders.coldStart.${strategy}: is refused`)]);
      expect(existsSync(file)).toBe(false);
      return;
    }
    expect(linesOf(differencesIn(rendering))).toEqual([]);
    const judged = judge(rendering.resolved.architecture, target)
      .filter((one) => one.path.startsWith(`${kind}.orders.coldStart`))
      .map(({ path: at, is }) => `${at} ${is}`);
    const before = await (plain[kind] ??= render({ text: textOf(kind, '{}') }, target).then(partsIn));
    const cell = shown({ judged, added: added(partsIn(rendering), before) });
    if (update) writeFileSync(file, cell);
    expect(cell).toBe(readFileSync(file, 'utf8'));
  });
}

/** A rendering, or the errors of an architecture that is refused. */
async function renderOrRefuse(text: string, target: Target): Promise<Rendering | string[]> {
  try {
    return await render({ text }, target);
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    return error.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path}: ${message}`);
  }
}

type Parts = Readonly<Record<string, Json>>;

function partsIn(rendering: Rendering): Parts {
  const all = [...resourcesIn(rendering.target, new Editable(rendering).original())];
  const parts = Object.fromEntries(all);
  expect(Object.keys(parts)).toHaveLength(all.length);
  return parts;
}

/** What a strategy adds to what an element is rendered as without one, and what it changes there. */
function added(full: Parts, plain: Parts): Parts {
  const changed = Object.entries(full).map(
    ([place, resource]) => [place, without(resource, plain[place] ?? {})] as const,
  );
  return Object.fromEntries(changed.filter(([, resource]) => Object.keys(resource).length > 0));
}

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
