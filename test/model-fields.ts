import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAws } from '../lib/cloud/aws/architecture';
import { planGcp } from '../lib/cloud/gcp/architecture';
import { expectFacts } from '../lib/facts/expect';
import type { ResolvedArchitecture } from '../lib/model/architecture';
import { load } from '../lib/model/load';
import { kinds } from '../lib/model/kind';
import { resolve } from '../lib/model/resolve';
import { cloudOf, type Cloud, type Target } from '../lib/model/target';
import { supportEntries } from '../lib/support/entries';
import { judge } from '../lib/support/judge';
import { stage } from './rendering';
import { leaves, watched } from './watched';

const plans = { aws: planAws, gcp: planGcp } as const satisfies Record<Cloud, unknown>;

const files = {
  aws: ['everything.yaml', 'existing.yaml', 'existing-network.yaml', 'own-network.yaml'],
  gcp: ['everything.yaml', 'existing.yaml', 'existing-network.yaml', 'own-network.yaml', 'refused-on-aws.yaml'],
} as const satisfies Record<Cloud, readonly string[]>;

/** Architectures that have a value, together, in every field that a cloud renders. */
export const everythingOn = (cloud: Cloud): ResolvedArchitecture[] =>
  files[cloud].map((file) => {
    const text = readFileSync(join(__dirname, 'vendor', file), 'utf8');
    return resolve(load(stage({ text })), []).architecture;
  });

/** The fields of an architecture that a cloud's plan reads, and those that it doesn't, as paths. */
export function readByPlan(architecture: ResolvedArchitecture, cloud: Cloud) {
  const read = new Set<string>();
  const archive = { path: 'code.zip', sha256: '', empty: false, bytes: 0 };
  const archives = Object.fromEntries(Object.keys(architecture.functions).map((name) => [name, archive]));
  // What is frozen has to be returned as it is, and can't be watched.
  const plan = plans[cloud](watched(structuredClone(architecture), '', read), archives);
  // A map or list that a plan takes over as it is, is read with the plan.
  JSON.stringify(plan);
  return partition([...leaves(architecture, '')], (path) => read.has(path));
}

/** The fields of an architecture that its facts promise on a target, at the same place, and those that they don't. */
export function promisedOn(architecture: ResolvedArchitecture, target: Target) {
  const code = Object.fromEntries(Object.keys(architecture.functions).map((name) => [name, 'sha256']));
  const facts = expectFacts({ architecture, naming: { architecture: architecture.name }, code }, target, []);
  return partition([...places(architecture, '')], (path) => isAt(facts, path.split('.').slice(1)));
}

function partition(paths: readonly string[], isRead: (path: string) => boolean) {
  const told = paths.map((path) => [path.slice(1), isRead(path)] as const);
  const those = (is: boolean): string[] => told.filter(([, read]) => read === is).map(([path]) => path);
  return { read: those(true), overlooked: those(false) };
}

/** The paths of all fields that are no maps: a list is one value. */
function* places(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield path;
  else for (const [key, child] of Object.entries(value)) yield* places(child, `${path}.${key}`);
}

/** Keys hold dots, such as those of `uses`: the longest that fits is the next. */
function isAt(value: unknown, path: readonly string[]): boolean {
  if (path.length === 0) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return path.some((_, index) => {
    const key = path.slice(0, index + 1).join('.');
    return Object.hasOwn(value, key) && isAt((value as Record<string, unknown>)[key], path.slice(index + 1));
  });
}

/** The fields for which no rule of support accounts on any of a cloud's targets. */
export function unruled(fields: readonly string[], architecture: ResolvedArchitecture, target: Target): string[] {
  const ruled = judge(architecture, target).map(({ path }) => `${path}.`);
  return fields.filter((field) => !ruled.some((path) => `${field}.`.startsWith(path)));
}

/** The fields that support calls exact on a target, although the cloud's plan reads them nowhere. */
export function exactThoughUnread(architectures: readonly ResolvedArchitecture[], target: Target): string[] {
  const read = architectures.flatMap((one) => readByPlan(one, cloudOf(target)).read).map(withoutName);
  return supportEntries()
    .filter((entry) => entry.target === target && entry.is === 'exact')
    .map(({ path }) => path)
    .filter((path) => !read.some((field) => `${field}.`.startsWith(`${path}.`)));
}

/** `functions.orders.memoryMiB` → `functions.memoryMiB` */
function withoutName(path: string): string {
  const [kind = '', ...field] = path.split('.');
  return [kind, ...((kinds as readonly string[]).includes(kind) ? field.slice(1) : field)].join('.');
}
