import { splitElementId, type ElementId } from '../../model/name';
import { equal, isObject, type Pointer } from '../resource';

/** What a role comes to, by the kind of the element that it is given on; a database's is given on the project. */
const verbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  functions: { 'roles/run.invoker': 'invoke' },
  services: { 'roles/run.invoker': 'invoke' },
  queues: { 'roles/pubsub.publisher': 'send' },
  topics: { 'roles/pubsub.publisher': 'publish' },
  buckets: { 'roles/storage.objectViewer': 'read', 'roles/storage.objectUser': 'readwrite' },
  tables: { 'roles/datastore.viewer': 'read', 'roles/datastore.user': 'readwrite' },
  secrets: { 'roles/secretmanager.secretAccessor': 'read' },
};

/** What a role lets somebody do with an element; undefined if it isn't one that the model has a word for. */
export function verbOf(role: unknown, on: ElementId): string | undefined {
  const ofKind = verbs[splitElementId(on).kind] ?? {};
  return typeof role === 'string' && Object.hasOwn(ofKind, role) ? ofKind[role] : undefined;
}

/**
 * The element that a grant on a project lets somebody use: its condition names one database, and nothing else; undefined
 * if it holds on more.
 */
export function grantedByCondition(
  condition: unknown,
  project: Pointer,
  databaseAt: (pointer: unknown) => ElementId | undefined,
): ElementId | undefined {
  const expression = isObject(condition) ? condition['expression'] : undefined;
  const pieces = isObject(expression) && Array.isArray(expression['join']) ? (expression['join'] as unknown[]) : [];
  const on = databaseAt(pieces[3]);
  const right = {
    title: `${on?.slice(on.indexOf('.') + 1)} only`,
    expression: { join: ['resource.name == "projects/', project, '/databases/', pieces[3], '"'] },
  };
  return on !== undefined && equal(condition, right) ? on : undefined;
}

/** What an element may do with others; undefined if a grant means nothing, or stands beside another one for the same. */
export function usesOf(
  grants: readonly (readonly [on: ElementId, verb: string] | undefined)[],
): Record<string, string> | undefined {
  const known = grants.filter((one) => one !== undefined);
  const elements = new Set(known.map(([on]) => on));
  return known.length === grants.length && elements.size === known.length ? Object.fromEntries(known) : undefined;
}
