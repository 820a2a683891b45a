import { usesOf, type Verb } from '../../lib/model/grant';
import type { ResolvedArchitecture } from '../../lib/model/architecture';

/** Why something is allowed: because the model says so, or because nothing works without it. */
export const reasons = {
  uses: 'the model says that an element may use another one',
  identity: 'code runs as somebody, and nobody but the service that runs it can be that',
  logs: 'a function writes its own log, and no other',
  traces: 'X-Ray has no resources to name',
  network: 'Lambda makes network interfaces as the function',
  consumes: 'the consumer of a queue takes its messages and deletes them',
  'dead letters': 'what fails for good is sent to the queue that is named for it',
  schedule: 'a schedule invokes its own function, through its alias',
  event: 'a topic or a rule invokes the functions that listen to it',
  routes: 'an API invokes the functions to which it routes',
  public: 'the model says that anybody may call',
  warming: 'what keeps a function warm calls it, and nothing else',
  scaling:
    'what scales by the clock changes one function or service, and deploys it as its own identity, which may build it',
  start: 'what starts a task pulls its image, writes its log and puts its secrets into it',
  build: 'what builds functions reads their source, and writes images and logs',
  alarms: 'alarms are told to the topic that is named for them',
} as const;

export type Reason = keyof typeof reasons;

/** A line of what is allowed, with the reason why. */
export type Need = readonly [reason: Reason, line: string];

/** An element that uses others, as one of `functions.f`, with what it says. */
export type Holder = ResolvedArchitecture['functions'][string] | ResolvedArchitecture['services'][string];

/** What an element may do with others, one after another. */
export const used = (
  holder: Pick<Holder, 'uses' | 'secrets'>,
): readonly (readonly [kind: string, name: string, verb: Verb])[] =>
  Object.entries(usesOf(holder)).map(([id, verb]) => [id.split('.')[0]!, id.split('.')[1]!, verb!]);
