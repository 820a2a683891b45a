import { parseJson } from './json';
import { isMade, Join, type Pointer } from './made';
import { equal, isObject } from './resource';

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
  const read = list.map(statement);
  return read.every((one) => one !== undefined) ? read : undefined;
}

function statement(value: unknown): Statement | undefined {
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
 * Reads that a policy only denies requests without TLS to a bucket and its objects.
 * @returns undefined if it has anything else
 */
export function tlsOnly(document: unknown, bucket: Pointer): true | undefined {
  const policy = isObject(document) && !isMade(document) ? document : parseJson(document);
  const deny = (principal: unknown) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: principal,
        Action: 's3:*',
        Resource: [bucket, new Join([bucket, '/*'])],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  // CDK writes the longer of the two forms for anyone.
  return equal(policy, deny('*')) || equal(policy, deny({ AWS: '*' })) ? true : undefined;
}

const hasOnly = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));
