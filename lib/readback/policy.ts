import type { Artefact } from './artefact';
import { parseJson } from './json';
import { isMade, Join, type Pointer } from './made';
import { equal, isObject, type Path, type Resource } from './resource';
import { listStatements, permissionsOf } from './statement';

/** A statement of a policy that allows something. */
export interface Statement {
  readonly sid?: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/**
 * Reads the statements of a policy.
 * @returns undefined if it has anything but plain statements that allow: a condition, a denial, a principal
 */
export function statements(document: unknown): Statement[] | undefined {
  const policy = isObject(document) && !isMade(document) ? document : parseJson(document);
  if (!isObject(policy) || !hasOnly(policy, ['Version', 'Statement']) || policy['Version'] !== '2012-10-17')
    return undefined;
  const list = Array.isArray(policy['Statement']) ? policy['Statement'] : [policy['Statement']];
  const read = list.map(readStatement);
  return read.every((one) => one !== undefined) ? read : undefined;
}

/** Reads one statement that only allows something; undefined for any other. */
export function readStatement(value: unknown): Statement | undefined {
  if (!isObject(value) || !hasOnly(value, ['Sid', 'Effect', 'Action', 'Resource']) || value['Effect'] !== 'Allow')
    return undefined;
  const { Sid: sid, Action: action, Resource: resource } = value;
  const actions = Array.isArray(action) ? action : [action];
  if (!actions.every((one) => typeof one === 'string') || resource === undefined) return undefined;
  if (sid !== undefined && typeof sid !== 'string') return undefined;
  return { ...(sid !== undefined && { sid }), actions, resources: Array.isArray(resource) ? resource : [resource] };
}

/** Tests that a trust policy only lets `service` assume the role, under exactly these conditions. */
export function trusts(document: unknown, service: string, conditions?: object): boolean {
  const policy = isObject(document) && !isMade(document) ? document : parseJson(document);
  const condition = conditions && { Condition: conditions };
  return equal(policy, {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...condition }],
  });
}

/**
 * Reads that a policy denies requests without TLS to a bucket and its objects. Any other statement is unrecognized, each
 * of its actions apart.
 * @returns undefined if it doesn't
 */
export function readTlsOnly(policy: Resource, path: Path, bucket: Pointer, artefact: Artefact): true | undefined {
  const deny = (principal: unknown) => ({
    Effect: 'Deny',
    Principal: principal,
    Action: 's3:*',
    Resource: [bucket, new Join([bucket, '/*'])],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  const list = listStatements(policy.at(path));
  // CDK writes the longer of the two forms for anyone.
  const right = list?.find((one) => equal(one, deny('*')) || equal(one, deny({ AWS: '*' })));
  if (!list || right === undefined) return undefined;
  policy.except(
    path,
    list.filter((one) => one !== right).flatMap((one) => permissionsOf(one, { at: bucket }, artefact)),
  );
  return true;
}

const hasOnly = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));
