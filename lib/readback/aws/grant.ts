import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readStatement } from '../policy';
import { equal, type Path, type Resource } from '../resource';
import { listStatements, permissionsOf } from '../statement';

/** A resource in a policy: an element, or the objects in it. */
export interface Granted {
  readonly element: ElementId;
  readonly what: 'itself' | 'objects';
}

/** The name of the secret that a policy names; undefined if it isn't a secret. */
export function secretAt(granted: Granted | undefined): string | undefined {
  if (granted === undefined) return undefined;
  const { kind, name } = splitElementId(granted.element);
  return kind === 'secrets' ? name : undefined;
}

/** The meaning of a verb: actions, and the resources of the element that they are on. */
interface Meaning {
  readonly verb: string;
  readonly actions: readonly string[];
  readonly on: readonly Granted['what'][];
}

const meaning = (verb: string, service: string, actions: string, on: Meaning['on'] = ['itself']): Meaning => ({
  verb,
  actions: [...new Set(actions.split(' '))].map((action) => `${service}:${action}`),
  on,
});

const reading = 'BatchGetItem ConditionCheckItem DescribeTable GetItem Query Scan';
const writing = 'BatchWriteItem DeleteItem DescribeTable PutItem UpdateItem';
const bucketAndObjects = ['itself', 'objects'] as const;

/** The meanings of sets of actions, by kind of element; no other set has one. */
const meanings: Readonly<Record<string, readonly Meaning[]>> = {
  functions: [
    meaning('invoke', 'lambda', 'InvokeFunction'),
    meaning('invoke through url', 'lambda', 'InvokeFunction InvokeFunctionUrl'),
  ],
  queues: [
    meaning('send', 'sqs', 'GetQueueUrl SendMessage'),
    meaning('consume', 'sqs', 'ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage'),
    meaning('dead letters', 'sqs', 'SendMessage'),
  ],
  topics: [meaning('publish', 'sns', 'Publish')],
  buckets: [
    meaning('read', 's3', 'GetObject ListBucket', bucketAndObjects),
    meaning('write', 's3', 'AbortMultipartUpload DeleteObject PutObject', ['objects']),
    meaning('readwrite', 's3', 'AbortMultipartUpload DeleteObject GetObject ListBucket PutObject', bucketAndObjects),
  ],
  tables: [
    meaning('read', 'dynamodb', reading),
    meaning('write', 'dynamodb', writing),
    meaning('readwrite', 'dynamodb', `${reading} ${writing}`),
  ],
  secrets: [meaning('read', 'secretsmanager', 'GetSecretValue')],
};

/** Actions with which Lambda puts a function into a network. */
const joining = [
  'AssignPrivateIpAddresses',
  'CreateNetworkInterface',
  'DeleteNetworkInterface',
  'DescribeNetworkInterfaces',
  'DescribeSubnets',
  'UnassignPrivateIpAddresses',
].map((action) => `ec2:${action}`);

/** Everything that a role allows, in the model's words. */
export interface Permissions {
  readonly uses: Readonly<Record<string, string>>;
  /** The queues whose messages it consumes. */
  readonly consumes: readonly ElementId[];
  /** The dead-letter queues to which Lambda sends the function's failed events. */
  readonly deadLetters: readonly ElementId[];
  /** True if it may write traces. */
  readonly traces: boolean;
  /** True if Lambda may make network interfaces for it. */
  readonly joins: boolean;
}

/** A policy of a role: the resource with it, the path to it, and the role, as the artifact refers to it. */
export interface RolePolicy {
  readonly resource: Resource;
  readonly path: Path;
  readonly role: unknown;
}

/** The way in which an engine's policies name elements. */
export interface Naming {
  readonly find: (resource: unknown) => Granted | undefined;
  /** Tests that a function's URL requires authentication: a use then includes calls through it. */
  readonly isPrivate: (id: ElementId) => boolean;
}

/**
 * Reads everything that the policy of a function's role allows. It has to allow writing to `logs`, the log group. A
 * statement that isn't understood, or a second one for an element, is unrecognized, each of its actions apart.
 * @returns undefined if it isn't a policy
 */
export const readPermissions = (
  policy: RolePolicy,
  logs: unknown,
  naming: Naming,
  artefact: Artefact,
): Permissions | undefined => read(policy, logs, naming, artefact);

/**
 * Reads the uses that the policy of a service's role allows: a queue has no tasks as consumers, and tasks write no traces.
 * @returns undefined if it isn't a policy, or allows nothing
 */
export const readUses = (policy: RolePolicy, naming: Naming, artefact: Artefact): Permissions['uses'] | undefined =>
  read(policy, undefined, naming, artefact)?.uses;

function read(
  { resource, path, role }: RolePolicy,
  logs: unknown,
  { find, isPrivate }: Naming,
  artefact: Artefact,
): Permissions | undefined {
  const isFunction = logs !== undefined;
  const list = listStatements(resource.at(path));
  if (!list || list.length === 0) return undefined;
  const uses: Record<string, string> = {};
  const consumes: ElementId[] = [];
  const deadLetters: ElementId[] = [];
  let [writesLogs, traces, joins] = [!isFunction, false, false];
  const isUnderstood = (statement: unknown): boolean => {
    const { actions, resources } = readStatement(statement) ?? { actions: [], resources: [] };
    if (!writesLogs && equal(actions, ['logs:CreateLogStream', 'logs:PutLogEvents']) && equal(resources, [logs]))
      return (writesLogs = true);
    const tracing = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
    if (isFunction && !traces && equal(actions, tracing) && equal(resources, ['*'])) return (traces = true);
    if (isFunction && !joins && equal(actions, joining) && equal(resources, ['*'])) return (joins = true);
    const granted = resources.map(find);
    const element = granted[0]?.element;
    if (element === undefined || granted.some((one) => one?.element !== element)) return false;
    const on = granted.map((one) => one!.what);
    const found = meanings[splitElementId(element).kind]?.find(
      (one) => sameSet(one.actions, actions) && equal([...one.on].sort(), [...on].sort()),
    )?.verb;
    const verb = splitElementId(element).kind === 'functions' ? invoking(found, isPrivate(element)) : found;
    const list = verb === 'consume' ? consumes : verb === 'dead letters' ? deadLetters : undefined;
    if (verb === undefined || (list ? !isFunction || list.includes(element) : uses[element] !== undefined))
      return false;
    if (list) list.push(element);
    else uses[element] = verb;
    return true;
  };
  const others = list.filter((statement) => !isUnderstood(statement));
  resource.except(path, [
    ...others.flatMap((statement) => permissionsOf(statement, { by: [role] }, artefact)),
    ...(writesLogs ? [] : [{ name: 'no permission to write logs', value: undefined }]),
  ]);
  return { uses, consumes, deadLetters, traces, joins };
}

/** Reads tracing, which has to be on exactly if the role allows it. */
export const readTracing = (isOn: boolean | undefined, permissions: Permissions | undefined): boolean | undefined =>
  permissions === undefined || permissions.traces === isOn ? isOn : undefined;

/** A permission for a URL is required exactly if the function's URL requires authentication. */
const invoking = (verb: string | undefined, isPrivate: boolean): string | undefined =>
  verb === (isPrivate ? 'invoke through url' : 'invoke') ? 'invoke' : undefined;

function sameSet(right: readonly string[], found: readonly string[]): boolean {
  const wanted = new Set(right);
  return wanted.size === found.length && new Set(found).size === found.length && found.every((one) => wanted.has(one));
}
