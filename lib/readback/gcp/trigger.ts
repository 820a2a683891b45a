import type { TriggerNames } from '../../facts/delivery';
import { inOrder, type RetryFact, type TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import { pathIn, to, type Dialect } from './dialect';
import { readPush } from './push';
import { readTimer } from './timer';

/** What invokes an element by the clock, for a message, or for an event, as facts have it. */
export interface ReadTriggers {
  /** Undefined where one of them isn't what it should be. */
  readonly triggers: readonly TriggerFact[] | undefined;
  readonly retry?: { readonly retry: Partial<RetryFact> };
  readonly names?: { readonly trigger: TriggerNames };
  /** What bears the element's labels. */
  readonly labelled: readonly Resource[];
}

/** How readers of an engine tell who an account is. */
type ReadAccount = (id: ElementId, account: Resource, artefact: Artefact, role: 'trigger') => string | undefined;

/** Reads all triggers of an element that answers at `url`, an attribute of its own. */
export function readTriggersOf(
  element: Resource,
  url: string,
  timeoutSeconds: number | undefined,
  readAccount: ReadAccount,
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
  const called = { element, url: to(element, url), timeoutSeconds, account, invoker };
  const timers = jobs.map((job) => readTimer(job, called, dialect, artefact));
  const pushes = subscriptions.map((push) => readPush(push, called, dialect, artefact));
  const serviceAccount = readAccount(id, account, artefact, 'trigger');
  const isWhole = timers.every((one) => one !== undefined) && pushes.every((one) => one !== undefined);
  if (!isWhole || !mayInvoke || serviceAccount === undefined) return { triggers: undefined, labelled };
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

/** What all jobs say of what fails, and all subscriptions; undefined if one says something else. */
function retryOf(...all: readonly (readonly Partial<RetryFact>[])[]): Partial<RetryFact> | undefined {
  const areEqual = all.every((said) => said.every((one) => equal(one, said[0])));
  return areEqual ? (Object.assign({}, ...all.map(([first]) => first ?? {})) as Partial<RetryFact>) : undefined;
}
