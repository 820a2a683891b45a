import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { existingAt, identifierOf } from '../existing';
import { Join, piecesOf } from '../made';
import { plainText } from '../places';
import { equal, isObject, to, type Resource } from '../resource';
import { pathIn, type Dialect, type TypeName } from './dialect';
import { waitsFor } from './needs';
import { elementAt } from './reference';

/** The uses of an element's service account, and the resources that grant them. */
export interface ReadGrants {
  readonly resources: readonly Resource[];
  /** Undefined if one of the grants isn't understood. */
  readonly uses: Record<string, string> | undefined;
}

/** The model's word for a role, by the kind of element that it is given on; a table's is given on the project. */
const verbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  functions: { 'roles/run.invoker': 'invoke' },
  services: { 'roles/run.invoker': 'invoke' },
  queues: { 'roles/pubsub.publisher': 'send' },
  topics: { 'roles/pubsub.publisher': 'publish' },
  buckets: { 'roles/storage.objectViewer': 'read', 'roles/storage.objectUser': 'readwrite' },
  tables: { 'roles/datastore.viewer': 'read', 'roles/datastore.user': 'readwrite' },
  secrets: { 'roles/secretmanager.secretAccessor': 'read' },
};

interface OnResource {
  readonly type: TypeName;
  /** The property that names the resource. */
  readonly on: string;
  readonly of: readonly TypeName[];
  readonly attribute: string;
}

/** The types of grants that give a role on another resource. */
const onResources: readonly OnResource[] = [
  { type: 'onBucket', on: 'bucket', of: ['bucket'], attribute: 'name' },
  { type: 'onTopic', on: 'topic', of: ['topic'], attribute: 'id' },
  { type: 'onSecret', on: 'secret_id', of: ['secret'], attribute: 'id' },
  { type: 'invoker', on: 'service', of: ['function', 'service'], attribute: 'name' },
];

/** Reads the other elements that an element may use, and how. */
export function readGrants(
  id: ElementId,
  account: Resource | undefined,
  dialect: Dialect,
  artefact: Artefact,
): ReadGrants {
  const grantsOf = (type: TypeName) => artefact.parts(id, dialect.types[type], 'use');
  const all = [
    ...onResources.flatMap((kind) =>
      grantsOf(kind.type).map((grant) => ({ grant, use: readGrant(grant, kind, dialect, artefact) })),
    ),
    ...grantsOf('onProject').map((grant) => ({ grant, use: readConditional(grant, dialect, artefact) })),
  ];
  const member = account && to(account, 'member');
  const own = all.map(({ grant, use }) => (grant.fixed(pathIn(dialect, 'member'), member) ? use : undefined));
  return { resources: all.map(({ grant }) => grant), uses: usesOf(own) };
}

type Use = readonly [on: ElementId, verb: string];

function readGrant(
  grant: Resource,
  { on: named, of, attribute }: OnResource,
  dialect: Dialect,
  artefact: Artefact,
): Use | undefined {
  const on = grant.as(pathIn(dialect, named), (pointer) =>
    of.map((type) => elementAt(pointer, type, attribute, dialect, artefact)).find((one) => one !== undefined),
  );
  const verb = on && grant.as(pathIn(dialect, 'role'), (role) => verbOf(role, on));
  if (named === 'service') grant.fixed(pathIn(dialect, 'location'), dialect.region);
  return on && verb ? [on, verb] : undefined;
}

/** Reads a grant on the project whose condition limits it to one database. */
function readConditional(grant: Resource, dialect: Dialect, artefact: Artefact): Use | undefined {
  const existing = readOnExisting(grant, dialect, artefact);
  const isHere = existing !== undefined || grant.fixed(pathIn(dialect, 'project'), dialect.project);
  const on =
    existing ?? grant.as(pathIn(dialect, 'condition'), (condition) => readCondition(condition, dialect, artefact));
  const verb = on && grant.as(pathIn(dialect, 'role'), (role) => verbOf(role, on));
  const isReady = waitsFor(grant, 'cloudresourcemanager', dialect, artefact);
  return on && verb && isHere && isReady ? [on, verb] : undefined;
}

/** Reads a grant on a database that something else owns: the condition and the project have its own words. */
function readOnExisting(grant: Resource, dialect: Dialect, artefact: Artefact): ElementId | undefined {
  const condition = grant.at(pathIn(dialect, 'condition'));
  const expression = isObject(condition) ? condition['expression'] : undefined;
  const on = existingAt(expression, artefact, ({ identifier }) => `resource.name == "${identifier}"`);
  if (on === undefined) return undefined;
  const { name } = splitElementId(on);
  const title = `${name} only`;
  const project = identifierOf(on, artefact)!.split('/')[1];
  const isWhole = grant.fixed(pathIn(dialect, 'condition'), { title, expression });
  const isThere = grant.as(pathIn(dialect, 'project'), (value) =>
    plainText(value, artefact.places) === project ? true : undefined,
  );
  return isWhole && isThere ? on : undefined;
}

function readCondition(condition: unknown, dialect: Dialect, artefact: Artefact): ElementId | undefined {
  const expression = isObject(condition) ? condition['expression'] : undefined;
  const pieces = piecesOf(expression);
  const on = elementAt(pieces[3], 'database', 'name', dialect, artefact);
  const right = {
    title: `${on?.slice(on.indexOf('.') + 1)} only`,
    expression: new Join(['resource.name == "projects/', dialect.project, '/databases/', pieces[3], '"']),
  };
  return on !== undefined && equal(condition, right) ? on : undefined;
}

/** The model's word for a role on an element; undefined if it has none. */
function verbOf(role: unknown, on: ElementId): string | undefined {
  const ofKind = verbs[splitElementId(on).kind] ?? {};
  return typeof role === 'string' && Object.hasOwn(ofKind, role) ? ofKind[role] : undefined;
}

/** The uses by element; undefined if a grant isn't understood, or if two are for the same element. */
function usesOf(grants: readonly (Use | undefined)[]): Record<string, string> | undefined {
  const known = grants.filter((one) => one !== undefined);
  const elements = new Set(known.map(([on]) => on));
  return known.length === grants.length && elements.size === known.length ? Object.fromEntries(known) : undefined;
}
