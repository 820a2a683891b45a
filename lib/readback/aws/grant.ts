import { splitElementId, type ElementId } from '../../model/name';
import type { Statement } from '../policy';
import { equal } from '../resource';

/** What a resource in a policy is: an element, or what is in it. */
export interface Granted {
  readonly element: ElementId;
  readonly what: 'itself' | 'objects';
}

/** The name of the secret that is named; undefined if it is no secret. */
export function secretAt(granted: Granted | undefined): string | undefined {
  if (granted === undefined) return undefined;
  const { kind, name } = splitElementId(granted.element);
  return kind === 'secrets' ? name : undefined;
}

/** What a verb comes to: actions, and on what of the element. */
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

/** What a set of actions comes to, by the kind of the element; any other set has no meaning. */
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

/** All that a role allows, in the model's words. */
export interface Permissions {
  readonly uses: Readonly<Record<string, string>>;
  /** The queues of which it takes messages. */
  readonly consumes: readonly ElementId[];
  /** The queues to which Lambda sends, for the function, what failed for good. */
  readonly deadLetters: readonly ElementId[];
  /** Whether it writes traces. */
  readonly traces: boolean;
}

/**
 * What statements allow beyond the logs. One that means nothing, a second one for the same, or missing logs: `undefined`.
 * `logs` is what may be written to, where the role writes logs at all; `isPrivate` tells of a function whether its URL
 * asks who calls: then whoever may invoke it may do so there.
 */
export function readPermissions(
  allowed: readonly Statement[],
  logs: unknown,
  find: (resource: unknown) => Granted | undefined,
  isPrivate: (id: ElementId) => boolean,
): Permissions | undefined {
  const uses: Record<string, string> = {};
  const consumes: ElementId[] = [];
  const deadLetters: ElementId[] = [];
  let writesLogs = logs === undefined;
  let traces = false;
  for (const { actions, resources } of allowed) {
    if (!writesLogs && equal(actions, ['logs:CreateLogStream', 'logs:PutLogEvents']) && equal(resources, [logs])) {
      writesLogs = true;
      continue;
    }
    if (!traces && equal(actions, ['xray:PutTelemetryRecords', 'xray:PutTraceSegments']) && equal(resources, ['*'])) {
      traces = true;
      continue;
    }
    const granted = resources.map(find);
    const element = granted[0]?.element;
    if (element === undefined || granted.some((one) => one?.element !== element)) return undefined;
    const on = granted.map((one) => one!.what);
    const found = meanings[splitElementId(element).kind]?.find(
      (one) => sameSet(one.actions, actions) && equal([...one.on].sort(), [...on].sort()),
    )?.verb;
    const verb = splitElementId(element).kind === 'functions' ? invoking(found, isPrivate(element)) : found;
    const list = verb === 'consume' ? consumes : verb === 'dead letters' ? deadLetters : undefined;
    if (verb === undefined || (list ? list.includes(element) : uses[element] !== undefined)) return undefined;
    if (list) list.push(element);
    else uses[element] = verb;
  }
  return writesLogs ? { uses, consumes, deadLetters, traces } : undefined;
}

/** Whether a function is traced, which it has to be allowed to be, and must not be otherwise. */
export const readTracing = (isOn: boolean | undefined, permissions: Permissions | undefined): boolean | undefined =>
  permissions === undefined || permissions.traces === isOn ? isOn : undefined;

/** A permission that a URL doesn't ask for, or one that is missing, is none that the model has a word for. */
const invoking = (verb: string | undefined, isPrivate: boolean): string | undefined =>
  verb === (isPrivate ? 'invoke through url' : 'invoke') ? 'invoke' : undefined;

function sameSet(right: readonly string[], found: readonly string[]): boolean {
  const wanted = new Set(right);
  return wanted.size === found.length && new Set(found).size === found.length && found.every((one) => wanted.has(one));
}
