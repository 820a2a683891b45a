import { alarmsSpec } from '../../lib/model/alarm';
import { apiSpec } from '../../lib/model/api';
import { bucketSpec } from '../../lib/model/bucket';
import { functionSpec, type Runtime } from '../../lib/model/function';
import { kinds, kindSpecs, type Kind } from '../../lib/model/kind';
import { camelCase, splitElementId, type ElementId } from '../../lib/model/name';
import { queueSpec } from '../../lib/model/queue';
import { attributes } from '../../lib/model/reference';
import { secretSpec } from '../../lib/model/secret';
import { healthCheckSpec, serviceSpec } from '../../lib/model/service';
import { tableSpec } from '../../lib/model/table';
import { topicSpec } from '../../lib/model/topic';
import type { Cloud } from '../../lib/model/target';
import {
  handlerOf,
  type RawApi,
  type RawElements,
  type RawFunction,
  type RawQueue,
  type RawService,
  type RawTable,
} from './elements';
import type { Parameters } from './parameters';
import type { RawVariable } from './pieces';
import { defaultOf, scalarsIn } from './scalars';
import { written } from './text';
import { Triggers } from './trigger';

/** Between which numbers of workers something scales; a number where it doesn't. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a number or bounds, as the strategy's name says
type Bounds = any;

/** Where the code lies that isn't there. */
const nowhere = 'nowhere';

/** Elements that fit together: what refers to another thing refers to one that there is, and no circle comes of it. */
export class Elements {
  readonly written: Readonly<Record<Kind, Record<string, object> | undefined>>;
  /** What is told of trouble; undefined where nothing is. */
  readonly alarms: ({ readonly notify: string } & Record<string, unknown>) | undefined;
  readonly refusedOnGcp: readonly string[];
  readonly needsGround: boolean;
  /** True if a service is public. */
  readonly isReached: boolean;
  readonly withoutCode: boolean;

  private readonly functions: readonly RawFunction[];
  private readonly services: readonly RawService[];
  private readonly apis: readonly RawApi[];
  private readonly triggers: Triggers;

  constructor(
    private readonly raw: RawElements,
    private readonly clouds: ReadonlySet<Cloud>,
    private readonly parameters: Parameters,
  ) {
    this.functions = raw.functions;
    this.services = raw.services;
    this.apis = raw.apis.map((api) => this.routed(api)).filter(({ routes }) => routes.length > 0);
    this.triggers = new Triggers(raw, this.apis, clouds);
    const { topics, alarms } = raw;
    this.alarms =
      alarms === undefined || topics.length === 0
        ? undefined
        : { notify: topics[alarms.topic % topics.length]!.name, ...scalarsIn(alarmsSpec.unwrap(), alarms) };

    this.written = {
      functions: mapOf(this.functions, (one) => this.functionOf(one)),
      services: mapOf(this.services, (one) => this.serviceOf(one)),
      apis: mapOf(this.apis, (one) => this.apiOf(one)),
      queues: mapOf(raw.queues, (one) => this.queueOf(one)),
      topics: mapOf(raw.topics, (one) => scalarsIn(topicSpec, one)),
      tables: mapOf(raw.tables, (one) => this.tableOf(one)),
      buckets: mapOf(raw.buckets, (one) => scalarsIn(bucketSpec, one)),
      secrets: mapOf(raw.secrets, (one) => scalarsIn(secretSpec, one)),
    };
    this.withoutCode = JSON.stringify(Object.values(this.written.functions ?? {})).includes(`"${nowhere}"`);
    this.isReached = this.services.some(({ ingress }) => ingress === 'public');
    this.needsGround =
      (this.services.length > 0 && (this.onAws || this.services[0]!.rank % 2 === 0)) ||
      [...this.functions, ...this.services].some(({ network }) => network === 'foundation');
    const routed = new Set(this.apis.flatMap(({ routes }) => routes.map(({ to }) => to)));
    this.refusedOnGcp = [
      ...this.functions.flatMap(({ name, architecture, http }, index) => [
        ...(architecture === 'arm64' ? [`functions.${name}.architecture`] : []),
        ...(http === 'private' && routed.has(index) ? [`functions.${name}.http`] : []),
      ]),
      ...this.services.flatMap((one) => [
        ...(one.architecture === 'arm64' ? [`services.${one.name}.architecture`] : []),
        ...(this.memoryOf(one) > 32_768 ? [`services.${one.name}.memoryMiB`] : []),
      ]),
    ];
  }

  /** Outputs under names that nothing has by default. */
  outputs(raw: readonly { readonly name: string; readonly of: number }[]): Record<string, string> {
    const all = this.referable(Infinity);
    const byDefault = new Set([
      ...this.functions.map(({ name }) => `${camelCase(name)}FunctionUrl`),
      ...this.services.map(({ name }) => `${camelCase(name)}ServiceUrl`),
      ...this.apis.map(({ name }) => `${camelCase(name)}ApiUrl`),
    ]);
    const free = all.length === 0 ? [] : raw.filter(({ name }) => !byDefault.has(name));
    return Object.fromEntries(free.map(({ name, of }) => [name, all[of % all.length]!]));
  }

  private get onAws(): boolean {
    return this.clouds.has('aws');
  }

  private get onGcp(): boolean {
    return this.clouds.has('gcp');
  }

  private functionOf(raw: RawFunction): object {
    const { runtime, split, handler, entryPoint, coldStart, memoryMiB, timeoutSeconds } = raw;
    const environment = raw.environment && this.environment(raw.environment, raw.rank, true);
    return {
      ...scalarsIn(functionSpec, raw),
      code: this.perCloud(split.code, raw.code, 'code'),
      handler: this.handler(split.handler, runtime, handler, entryPoint),
      memoryMiB: memoryMiB && Math.min(memoryMiB, this.onAws ? 10_240 : Infinity),
      timeoutSeconds: timeoutSeconds && Math.min(timeoutSeconds, this.triggers.longestOf(raw)),
      environment,
      secrets: raw.secrets && this.secrets(raw.secrets, true, environment),
      uses: this.grants(raw),
      triggers: this.triggers.of(raw),
      retry: this.triggers.retryOf(raw),
      coldStart:
        coldStart &&
        this.coldStart(this.triggers.isForgeable(raw) ? { ...coldStart, warming: undefined } : coldStart, 'function'),
    };
  }

  /** For each cloud on its own, or once. */
  private perCloud(split: boolean, aws: string, gcp: string): unknown {
    if (!split) return aws;
    return { aws: this.onAws ? written(aws) : undefined, gcp: this.onGcp ? written(gcp) : undefined };
  }

  private handler(split: boolean, runtime: Runtime, which: number, name: string): unknown {
    const aws = handlerOf(runtime, which);
    // Other names of exported functions are refused in Node and Python.
    const isRefused = (one: string) => /^(?:nodejs|python)/.test(runtime) && !/^[\w.-]+$/.test(one);
    const entryPoint = isRefused(name) ? 'handler' : name;
    return this.onAws
      ? split || (this.onGcp && isRefused(aws))
        ? this.perCloud(true, aws, entryPoint)
        : written(aws)
      : this.perCloud(split, written(entryPoint), entryPoint);
  }

  private grants(raw: RawFunction | RawService): Record<string, string> | undefined {
    const { uses, sends, calls } = raw;
    if (!uses && !sends && !calls) return undefined;
    return { ...this.uses(uses ?? []), ...this.sends(sends ?? []), ...this.calls(calls ?? [], raw.rank) };
  }

  private uses(raw: NonNullable<RawFunction['uses']>): Record<string, string> {
    const all = kinds.flatMap((kind) => {
      const verbs: readonly string[] = kindSpecs[kind].verbs;
      return verbs.includes('read') ? this.raw[kind].map(({ name }) => ({ id: `${kind}.${name}`, verbs })) : [];
    });
    if (all.length === 0) return {};
    return Object.fromEntries(
      raw.map(({ of, verb }) => {
        const { id, verbs } = all[of % all.length]!;
        return [id, verbs.includes(verb) ? verb : 'read'];
      }),
    );
  }

  /** Variables that no text of the environment has as well. */
  private secrets(
    raw: NonNullable<RawFunction['secrets']>,
    isFunction: boolean,
    environment: Record<string, unknown> = {},
  ): Record<string, string> | undefined {
    const { secrets } = this.raw;
    if (secrets.length === 0) return undefined;
    const free = raw.filter(
      ({ variable }) => !isTaken(variable, isFunction, this.clouds) && !(variable in environment),
    );
    return Object.fromEntries(free.map(({ variable, of }) => [variable, secrets[of % secrets.length]!.name]));
  }

  /** Who is called is there before, and open to callers: on GCP a function behind a load balancer isn't. */
  private calls(raw: readonly number[], rank: number): Record<string, string> {
    const isRouted = ({ name }: RawFunction): boolean =>
      this.apis.some(({ routes }) => routes.some(({ to }) => this.functions[to]!.name === name));
    const all = [
      ...this.functions
        .filter((one) => one.rank < rank && (!this.onGcp || one.http === 'public' || !isRouted(one)))
        .map(({ name }) => `functions.${name}`),
      ...this.services
        .filter((one) => one.rank < rank && one.ingress === 'public')
        .map(({ name }) => `services.${name}`),
    ];
    return all.length === 0 ? {} : Object.fromEntries(raw.map((which) => [all[which % all.length]!, 'invoke']));
  }

  private sends(raw: readonly number[]): Record<string, string> {
    const { queues, topics } = this.raw;
    const all = [
      ...queues.map(({ name }) => [`queues.${name}`, 'send'] as const),
      ...topics.map(({ name }) => [`topics.${name}`, 'publish'] as const),
    ];
    return all.length === 0 ? {} : Object.fromEntries(raw.map((which) => all[which % all.length]!));
  }

  private serviceOf(raw: RawService): object {
    const { command, ingress, priority, coldStart, size } = raw;
    const isPublic = ingress === 'public';
    const index = this.services.indexOf(raw);
    const isFirst = this.services.findIndex((one) => one.ingress === 'public') === index;
    // Only one of them takes everything: behind it, no other would be reached.
    const everything = raw.path === undefined && isFirst;
    const environment = raw.environment && this.environment(raw.environment, raw.rank, false);
    const priorities = this.services.slice(0, index).map((one) => one.priority);
    return {
      ...scalarsIn(serviceSpec, raw),
      image: this.image(raw.image),
      command: command?.map(written),
      environment,
      secrets: raw.secrets && this.secrets(raw.secrets, false, environment),
      uses: this.grants(raw),
      triggers: this.triggers.of(raw),
      cpu: size?.cpu,
      memoryMiB: size && this.memoryOf(raw),
      host: raw.host,
      path: everything ? undefined : `/${index}${raw.path ?? ''}${raw.wildcards}`,
      priority: everything || priorities.includes(priority) ? undefined : priority,
      healthCheck: raw.healthCheck && this.healthCheck(raw.healthCheck, isPublic && this.onAws),
      coldStart: coldStart && this.coldStart(coldStart, isPublic ? 'public' : 'none'),
    };
  }

  /** An image of a registry from which Cloud Run takes none is AWS's alone. */
  private image(name: string): unknown {
    const onGcp = /^(?:ghcr\.io|localhost|public\.ecr|\d+\.dkr)/.test(name) ? 'docker.io/library/nginx:1.29' : name;
    return onGcp === name || !this.onGcp ? name : this.perCloud(true, name, onGcp);
  }

  private coldStart(
    { base, windows, warming }: NonNullable<RawFunction['coldStart']>,
    on: 'function' | 'public' | 'none',
  ): object {
    const written = this.base(base, on);
    const called = warming && this.warming(warming, written, on);
    if (called) return { ...written, warming: called };
    const [name, bounds] = Object.entries(written)[0] ?? [];
    const stands =
      name === 'provisioned' ? bounds === undefined && on === 'function' : name !== undefined || on === 'function';
    if (windows === undefined || !stands) return written;
    const { timezone, each } = windows;
    const least = name === 'dynamic' || name === 'utilization' ? (bounds.min ?? (name === 'dynamic' ? 0 : 1)) : 0;
    const scheduled = each.map(({ days, minute, more, most }, index) => {
      const min = Math.min(Math.max(least + more, 1), 1_000);
      return {
        name: ['morning', 'noon', 'evening-2'][index],
        // The end comes every day: what has begun is over before another begins.
        start: `${minute} ${1 + 7 * index} ${days}`,
        end: `0 ${6 + 7 * index} * * *`,
        timezone,
        min,
        max: most === undefined ? undefined : Math.min(min + most, 1_000),
      };
    });
    return { ...written, scheduled };
  }

  /** Calls of no more workers than there may be; undefined where some are warm anyway, or AWS would refuse to make any. */
  private warming(
    raw: NonNullable<NonNullable<RawFunction['coldStart']>['warming']>,
    base: Record<string, Bounds>,
    on: 'function' | 'public' | 'none',
  ): object | undefined {
    const [name, bounds] = Object.entries(base)[0] ?? [];
    const isKept = bounds !== undefined && (name !== 'dynamic' || (bounds.min ?? 0) > 0);
    if (isKept || (on !== 'function' && this.onAws)) return undefined;
    const most: number = bounds?.max ?? (on === 'function' ? Infinity : 100);
    return { ...raw, instances: Math.min(raw.instances, most) };
  }

  /** Bounds in their order, as far as AWS and services want them. */
  private base(
    raw: NonNullable<RawFunction['coldStart']>['base'],
    on: 'function' | 'public' | 'none',
  ): Record<string, Bounds> {
    const [written, bounds] = Object.entries(raw)[0] ?? [];
    if (written === undefined || typeof bounds !== 'object') return raw as Record<string, Bounds>;
    const isService = on !== 'function';
    // No load balancer counts the requests of what nobody reaches.
    const base = on === 'none' && this.onAws ? 'utilization' : written;
    const least = this.onAws && (isService || base === 'utilization') ? 1 : 0;
    const min = bounds.min === undefined ? (least > 0 ? 1 : undefined) : Math.max(bounds.min, least);
    const max = bounds.max ?? (isService ? 1 : undefined);
    return { [base]: { ...bounds, min, max: max && Math.max(max, min ?? 1) } };
  }

  private memoryOf({ size }: RawService): number {
    return size === undefined ? defaultOf(serviceSpec, 'memoryMiB') : this.onAws ? size.onAws : size.elsewhere;
  }

  private healthCheck(raw: NonNullable<RawService['healthCheck']>, visible: boolean): object {
    const {
      path,
      intervalSeconds = defaultOf(healthCheckSpec, 'intervalSeconds'),
      timeoutSeconds = defaultOf(healthCheckSpec, 'timeoutSeconds'),
    } = raw;
    const isWrong = path !== undefined && visible && !/^\/[!-~]*$/.test(path);
    const isLate = timeoutSeconds >= intervalSeconds;
    return {
      ...raw,
      path: isWrong || path === undefined ? undefined : written(path),
      timeoutSeconds: isLate ? Math.max(2, intervalSeconds - 3) : raw.timeoutSeconds,
    };
  }

  /** An API whose routes take different requests, and lead to functions that there are, which `to` counts from 0. */
  private routed(api: RawApi): RawApi {
    const { functions } = this;
    if (functions.length === 0) return { ...api, routes: [] };
    const shapes = new Map<string, RawApi['routes'][number]>();
    for (const { method, path: any, to, long } of api.routes) {
      const path = this.onAws ? any.replaceAll('~', '-') : any;
      const names = [...path.matchAll(/\{(\w+)/g)].map(([, name]) => name);
      if (new Set(names).size < names.length) continue;
      shapes.set(`${method} ${path.replace(/\{\w+/g, '{')}`, { method, path, to: to % functions.length, long });
    }
    return { ...api, routes: [...shapes.values()] };
  }

  private apiOf(raw: RawApi): object {
    return {
      ...scalarsIn(apiSpec, raw),
      routes: Object.fromEntries(
        raw.routes.map(({ method, path, to, long }) => {
          const target = `functions.${this.functions[to]!.name}`;
          return [`${method} ${path}`, long ? { to: target } : target];
        }),
      ),
    };
  }

  /** Messages that are held for as long as their consumer may take. */
  private queueOf({ name, timeoutSeconds, ...fields }: RawQueue): object {
    return {
      ...scalarsIn(queueSpec, fields),
      timeoutSeconds: timeoutSeconds && Math.max(timeoutSeconds, this.triggers.leastHeld(name)),
    };
  }

  private tableOf(raw: RawTable): object {
    const { partitionKey, sortKey, ttlAttribute } = raw;
    const isPlain = ttlAttribute !== undefined && /^(?!__.*__$)[A-Za-z_][A-Za-z0-9_]*$/.test(ttlAttribute);
    return {
      ...scalarsIn(tableSpec, raw),
      partitionKey,
      sortKey: sortKey?.name === partitionKey.name ? undefined : sortKey,
      ttlAttribute: this.onGcp && !isPlain ? undefined : ttlAttribute,
    };
  }

  /** Everything that an element of a rank may refer to: what has to be there first has a lower one. */
  private referable(rank: number): string[] {
    const below = <T extends { readonly rank: number }>(all: readonly T[]): T[] => all.filter((one) => one.rank < rank);
    return [
      ...kinds
        .filter((kind) => !pointing.includes(kind))
        .flatMap((kind) => this.raw[kind].map(({ name }) => `${kind}.${name}`))
        .flatMap((id) => attributes[splitElementId(id as ElementId).kind].map((attribute) => `${id}.${attribute}`)),
      ...this.apis.filter((api) => this.rankOf(api) < rank).map(({ name }) => `apis.${name}.url`),
      ...below(this.functions).flatMap(({ name, http }) =>
        ['name', 'arn', ...(http === undefined ? [] : ['url'])].map((attribute) => `functions.${name}.${attribute}`),
      ),
      ...below(this.services).flatMap(({ name, ingress }) =>
        ['name', ...(ingress === 'public' ? ['url'] : [])].map((attribute) => `services.${name}.${attribute}`),
      ),
    ].map((reference) => `\${${reference}}`);
  }

  /** An API that sends everything to one function is that function on GCP. */
  private rankOf({ routes: [first, ...others] }: RawApi): number {
    const isLone = first?.method === 'ANY' && /^\/\{\w+\+\}$/.test(first.path) && others.length === 0;
    return isLone && this.onGcp ? this.functions[first.to]!.rank : -1;
  }

  private environment(raw: readonly RawVariable[], rank: number, isFunction: boolean): Record<string, unknown> {
    const references = this.referable(rank);
    let bytes = 0;
    const all: Record<string, unknown> = {};
    for (const { name, value } of raw) {
      if (isTaken(name, isFunction, this.clouds)) continue;
      const pieces = typeof value === 'object' ? value : [];
      bytes +=
        name.length + pieces.reduce((sum, one) => sum + ('literal' in one ? Buffer.byteLength(one.literal) : 140), 0);
      if (bytes > 4_000) break;
      all[name] = typeof value === 'object' ? this.joined(value, references) : value;
    }
    return all;
  }

  private joined(pieces: Exclude<RawVariable['value'], number | boolean>, references: readonly string[]): string {
    let all = '';
    let literal = '';
    for (const piece of [...pieces, undefined]) {
      if (piece !== undefined && 'literal' in piece) {
        literal += piece.literal;
        continue;
      }
      all += written(literal);
      literal = '';
      const one =
        piece === undefined
          ? undefined
          : 'parameter' in piece
            ? this.parameters.declare(piece.parameter, piece.giving)
            : references[piece.refersTo % Math.max(references.length, 1)];
      // A dollar before a brace would make it a literal one.
      if (one !== undefined) all += all.endsWith('$') ? ` ${one}` : one;
    }
    return all;
  }
}

/** Kinds whose elements point at others: not every one of them is there before the one that refers to it. */
const pointing: readonly Kind[] = ['functions', 'services', 'apis'];

/** What is no name of a variable for an architecture to give: a cloud has it, or it means something to JavaScript. */
const isTaken = (name: string, isFunction: boolean, clouds: ReadonlySet<Cloud>): boolean =>
  isReserved(name, isFunction, clouds) ||
  // Pulumi keeps these for itself.
  (isFunction && name.startsWith('__')) ||
  ['__proto__', 'constructor', 'prototype'].includes(name);

/** Names that Lambda's documentation lists. */
const ofLambda =
  /^(?:Ref|_.*|.|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR|AWS_(?:(?:DEFAULT_)?REGION|EXECUTION_ENV|ACCESS_KEY(?:_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_(?:FUNCTION_(?:NAME|MEMORY_SIZE|VERSION)|INITIALIZATION_TYPE|LOG_(?:GROUP|STREAM)_NAME|RUNTIME_API)))$/;

/** What one of the clouds gives a value to, or doesn't take. */
function isReserved(name: string, isFunction: boolean, clouds: ReadonlySet<Cloud>): boolean {
  if (clouds.has('gcp') && /^(?:PORT$|K_|X_GOOGLE_)/.test(name)) return true;
  if (clouds.has('gcp') && isFunction && name.startsWith('FUNCTION_')) return true;
  if (!clouds.has('aws')) return false;
  return isFunction ? ofLambda.test(name) : /^(?:AWS_CONTAINER_|AWS_EXECUTION_ENV$|ECS_)/.test(name);
}

/** A map by name; left out, or empty, where there is nothing in it. */
function mapOf<T extends { readonly name: string }>(
  all: readonly T[],
  make: (one: T) => object,
): Record<string, object> | undefined {
  return all.length === 0 ? undefined : Object.fromEntries(all.map((one) => [one.name, make(one)]));
}
