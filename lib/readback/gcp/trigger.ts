import type { TriggerNames } from '../../facts/delivery';
import { inOrder, type RetryFact, type TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { readPush } from './push';
import { isPubSub } from './service-agent';
import { readServiceAccount } from './service-account';
import { readTimer } from './timer';
import { followsAgents } from './wait';

/** The triggers of an element, in the form of facts. */
export interface ReadTriggers {
  /** Undefined if one of them isn't understood. */
  readonly triggers: readonly TriggerFact[] | undefined;
  readonly retry?: { readonly retry: Partial<RetryFact> };
  readonly names?: { readonly trigger: TriggerNames };
  /** The resources that have the element's labels. */
  readonly labelled: readonly Resource[];
}

/** Reads all triggers of an element. `attribute` is the element's attribute that holds its address. */
export function readTriggers(
  element: Resource,
  attribute: string,
  timeoutSeconds: number | undefined,
  dialect: Dialect,
  artefact: Artefact,
): ReadTriggers {
  const id = element.owner as ElementId;
  const { types } = dialect;
  const all = (type: string) => artefact.parts(id, type, 'trigger');
  const [jobs, subscriptions, topics] = [types.job, types.subscription, types.topic].map(all) as [
    readonly Resource[],
    readonly Resource[],
    readonly Resource[],
  ];
  const labelled = [...subscriptions, ...topics];
  const [account] = all(types.account);
  const [invoker] = all(types.invoker);
  if (!account || !invoker) return { triggers: jobs.length + labelled.length > 0 ? undefined : [], labelled };
  const mayInvoke = [
    invoker.fixed(pathIn(dialect, 'location'), dialect.region),
    invoker.fixed(pathIn(dialect, 'service'), to(element, 'name')),
    invoker.fixed(pathIn(dialect, 'role'), 'roles/run.invoker'),
    invoker.fixed(pathIn(dialect, 'member'), to(account, 'member')),
  ].every(Boolean);
  const [signer] = subscriptions.length > 0 ? all(types.onAccount) : [];
  const isSigned = subscriptions.length === 0 || (signer && maySign(signer, account, dialect, artefact));
  const permissions = signer ? [invoker, signer] : [invoker];
  const called = { element, url: to(element, attribute), timeoutSeconds, account, invoker, permissions };
  const timers = jobs.map((job) => readTimer(job, called, dialect, artefact));
  const pushes = subscriptions.map((push) => readPush(push, called, dialect, artefact));
  const serviceAccount = readServiceAccount(id, account, dialect, artefact, 'trigger');
  const isWhole = timers.every((one) => one !== undefined) && pushes.every((one) => one !== undefined);
  if (!isWhole || !mayInvoke || !isSigned || serviceAccount === undefined) return { triggers: undefined, labelled };
  const retry = retryOf(
    timers.map(({ maxRetries }) => ({ maxRetries })),
    pushes.flatMap((push) => push.retry ?? []),
  );
  return {
    triggers: retry && inOrder([...timers.map(({ fact }) => fact), ...pushes.flatMap(({ facts }) => facts)]),
    ...(retry && Object.keys(retry).length > 0 && { retry: { retry } }),
    names: {
      trigger: {
        serviceAccount,
        jobs: Object.fromEntries(timers.map(({ part, name }) => [part, name])),
        subscriptions: Object.fromEntries(pushes.map(({ part, name }) => [part, name])),
        topics: Object.fromEntries(pushes.flatMap(({ part, topic }) => (topic === undefined ? [] : [[part, topic]]))),
      },
    },
    labelled,
  };
}

/** Reads that Pub/Sub may create tokens of the service account of an element's triggers. */
const maySign = (signer: Resource, account: Resource, dialect: Dialect, artefact: Artefact): boolean =>
  [
    signer.fixed(pathIn(dialect, 'service_account_id'), to(account, 'name')),
    signer.fixed(pathIn(dialect, 'role'), 'roles/iam.serviceAccountOpenIdTokenCreator'),
    signer.as(pathIn(dialect, 'member'), (member) => isPubSub(member, dialect, artefact) || undefined),
    followsAgents(signer, dialect, artefact),
  ].every(Boolean);

/** The retries that all jobs and all subscriptions have; undefined if two differ. */
function retryOf(...all: readonly (readonly Partial<RetryFact>[])[]): Partial<RetryFact> | undefined {
  const areEqual = all.every((retries) => retries.every((one) => equal(one, retries[0])));
  return areEqual ? (Object.assign({}, ...all.map(([first]) => first ?? {})) as Partial<RetryFact>) : undefined;
}
