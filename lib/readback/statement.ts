import type { Artefact } from './artefact';
import { parseJson } from './json';
import { isMade, isPointer, Join } from './made';
import { isObject } from './resource';

/** A permission that no reader understands: one action on one resource, by one principal. */
export interface Permission {
  /** `functions/orders/Role may dynamodb:PutItem on tables/orders/Table` */
  readonly name: string;
  readonly value: unknown;
  /** The principal, as the artifact states it; absent: the permission doesn't state one. */
  readonly by?: unknown;
  /** The resource, as the artifact states it; absent: the permission isn't understood at all. */
  readonly on?: unknown;
}

/** The principals and the resource of a policy that doesn't state them itself. */
export interface Holder {
  /** The roles, users and groups that have the policy; absent: its statements name principals. */
  readonly by?: readonly unknown[];
  /** The resource that the policy is part of; absent: its statements name resources. */
  readonly at?: unknown;
}

/** Reads the statements of a policy as they are; undefined if it is anything but a list of statements. */
export function listStatements(document: unknown): readonly unknown[] | undefined {
  const policy = isObject(document) && !isMade(document) ? document : parseJson(document);
  if (!isObject(policy)) return undefined;
  const { Version: version, Statement: list, ...others } = policy;
  if (version !== '2012-10-17' || list === undefined || Object.keys(others).length > 0) return undefined;
  return listOf(list);
}

/**
 * Splits a statement into permissions. Each has all of the statement in its name, so a statement with another action,
 * resource, principal or condition is another permission.
 */
export function permissionsOf(statement: unknown, holder: Holder, artefact: Artefact): Permission[] {
  const { Sid: _, Effect: effect, Principal: principal, Action, Resource, Condition, ...others } = mapOf(statement);
  const by = holder.by ?? principals(principal);
  const actions = listOf(Action);
  const resources = Resource === undefined && holder.at !== undefined ? [holder.at] : listOf(Resource);
  const isPlain =
    (effect === 'Allow' || effect === 'Deny') &&
    (holder.by === undefined) === (principal !== undefined) &&
    actions.every((action) => typeof action === 'string') &&
    [by, actions, resources].every((list) => list.length > 0) &&
    Object.keys(others).length === 0;
  if (!isPlain) return [{ name: `a statement ${nameOf(statement, artefact)}`, value: statement }];
  const verb = effect === 'Allow' ? 'may' : 'may not';
  const at = holder.at === undefined ? '' : nameOf(holder.at, artefact);
  const condition = Condition === undefined ? '' : ` if ${nameOf(Condition, artefact)}`;
  return by.flatMap((who) =>
    actions.flatMap((action) =>
      resources.map((on) => {
        const resource = nameOf(on, artefact);
        const place = at === '' || resource === at || resource.startsWith(`${at}/`) ? '' : ` of ${at}`;
        return {
          name: `${nameOf(who, artefact)} ${verb} ${action as string} on ${resource}${place}${condition}`,
          value: effect,
          by: who,
          on: holder.at ?? on,
        };
      }),
    ),
  );
}

/** Splits the statements of a policy into permissions; a policy that isn't understood is one. */
export function permissionsIn(document: unknown, holder: Holder, artefact: Artefact): Permission[] {
  if (document === undefined) return [];
  const list = listStatements(document);
  if (!list) return [{ name: `a policy ${nameOf(document, artefact)}`, value: document }];
  return list.flatMap((statement) => permissionsOf(statement, holder, artefact));
}

/** The principals of a statement: services, accounts and roles by their own names, others with their kind. */
function principals(principal: unknown): readonly unknown[] {
  if (!isObject(principal) || isMade(principal) || Array.isArray(principal)) return listOf(principal);
  return Object.entries(principal).flatMap(([kind, list]) =>
    listOf(list).map((one) => (kind === 'AWS' || kind === 'Service' ? one : new Join([`${kind} `, one]))),
  );
}

/** Attributes that mean a resource itself, rather than something else of it, such as the stream of a table. */
const itself = ['Ref', 'Arn', 'arn', 'bucket', 'email', 'id', 'member', 'name', 'url'];

/**
 * A name for a value with references. Parts of elements are named by their places, `tables/orders/Table`, other
 * resources by their addresses.
 */
export function nameOf(value: unknown, artefact: Artefact): string {
  if (typeof value === 'string') return value;
  if (value instanceof Join) return value.join.map((piece) => nameOf(piece, artefact)).join('');
  if (!isPointer(value)) return JSON.stringify(named(value, artefact)) ?? String(value);
  const at = artefact.at(value.at);
  const place = at?.owner === undefined ? value.at : `${at.owner.replace('.', '/')}/${at.local}`;
  return `${place.replace(/\/Resource$/, '')}${itself.includes(value.attribute) ? '' : `:${value.attribute}`}`;
}

/** A value with names in place of its references, and keys in order. */
function named(value: unknown, artefact: Artefact): unknown {
  if (!isObject(value)) return value;
  if (isMade(value)) return value instanceof Join || isPointer(value) ? nameOf(value, artefact) : value;
  if (Array.isArray(value)) return value.map((item) => named(item, artefact));
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, named(value[key], artefact)]));
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const mapOf = (value: unknown): Record<string, unknown> =>
  isObject(value) && !isMade(value) && !Array.isArray(value) ? value : {};
