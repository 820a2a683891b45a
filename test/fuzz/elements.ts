import fc from 'fast-check';
import { alarmsSpec } from '../../lib/model/alarm';
import { apiSpec } from '../../lib/model/api';
import { bucketSpec } from '../../lib/model/bucket';
import { coldStartSpec } from '../../lib/model/cold-start';
import { functionSpec, runtimes, type Runtime } from '../../lib/model/function';
import type { Kind } from '../../lib/model/kind';
import { camelCase } from '../../lib/model/name';
import { queueSpec } from '../../lib/model/queue';
import { secretSpec } from '../../lib/model/secret';
import { healthCheckSpec, serviceSpec } from '../../lib/model/service';
import { tableSpec } from '../../lib/model/table';
import { topicSpec } from '../../lib/model/topic';
import { elementName, text } from './text';
import { environment, maybe, pick, variableName, within } from './pieces';
import { numberAt, scalarsOf } from './scalars';
import { retry, triggers } from './trigger';

/* What an architecture is made of, before it is known how it fits together: what names another thing is a number. */

const workers = (...path: string[]) => numberAt(coldStartSpec, ...path);

const base = fc.oneof(
  fc.record({ provisioned: maybe(workers('provisioned')) }),
  fc.record({
    dynamic: fc.record({ min: maybe(workers('dynamic', 'min')), max: maybe(workers('dynamic', 'max')) }),
  }),
  fc.record({
    utilization: fc.record({
      min: maybe(workers('utilization', 'min')),
      max: workers('utilization', 'max'),
      target: maybe(within(10, 90).map((percent) => percent / 100)),
    }),
  }),
);

/** Windows of a day each, the first in the morning; a few workers more than otherwise. */
const windows = fc.record({
  timezone: maybe(fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata')),
  each: fc.array(
    fc.record({
      days: fc.constantFrom('* * *', '* * 1-5', '* * MON,WED-FRI', '* * 7', '* */3 *', '1-15 * *', '*/7 6 *'),
      minute: fc.constantFrom('0', '59', '5,10', '*/20', '7-9'),
      more: within(0, 200),
      most: maybe(within(0, 200)),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Calls that keep workers warm, where nothing else does. */
const warming = fc.record({
  instances: workers('warming', 'instances'),
  every: maybe(fc.constantFrom('1m', '5m', '30m', '60m', '1h', '8h', '24h', '1d')),
});

/** How cold starts are fought. */
const coldStart = maybe(fc.record({ base, windows: maybe(windows), warming: maybe(warming) }));

/** Handlers with which Lambda finds something in the code that is there, by language. */
const handlers: Readonly<Record<string, readonly string[]>> = {
  nodejs: ['index.handler', 'index.a.b', 'src/index.handler'],
  python: ['main.handler', 'src.main.handler'],
  go: ['bootstrap', 'x'],
  java: ['com.example.Handler::handle', 'com.example.Outer$Inner', '${x}'],
  dotnet: ['App', 'App::App.Function::Handle'],
  ruby: ['app.handler', 'app.Module::Class.handler', 'src/app.handler'],
};

/** What Lambda calls in code of a runtime: one of those that are there. */
export const handlerOf = (runtime: Runtime, which: number): string => {
  const known = handlers[/^[a-z]+/.exec(runtime)![0]]!;
  return known[which % known.length]!;
};

const byVariable = { selector: ({ variable }: { variable: string }) => variable };

/** What a function or a service may do with others, and the secrets that it is given. */
const grants = {
  /** The queues and topics to which it sends and publishes. */
  sends: maybe(fc.array(pick, { maxLength: 3 })),
  /** The functions and services that it calls. */
  calls: maybe(fc.array(pick, { maxLength: 2 })),
  uses: maybe(fc.array(fc.record({ of: pick, verb: fc.constantFrom('read', 'write', 'readwrite') }), { maxLength: 3 })),
  secrets: maybe(fc.uniqueArray(fc.record({ variable: variableName, of: pick }), { ...byVariable, maxLength: 2 })),
};

/** Mostly what GCP runs too: all else of an architecture that it refuses is looked at on AWS alone. */
const processor = fc.oneof(
  { arbitrary: fc.constant('x86_64'), weight: 9 },
  { arbitrary: fc.constant('arm64'), weight: 1 },
);

const rawFunction = fc.record({
  ...scalarsOf(functionSpec),
  name: elementName,
  /** Where it stands among what may refer to it. */
  rank: pick,
  runtime: fc.constantFrom(...runtimes),
  /** Whether it is written for each cloud on its own. */
  split: fc.record({ code: fc.boolean(), handler: fc.boolean() }),
  code: fc.constantFrom('code', './code/', 'nested/../other code', 'built.zip', 'nowhere'),
  handler: pick,
  entryPoint: fc.oneof(fc.constantFrom('handler', 'com.example.Handler'), text(20)).filter((one) => one !== ''),
  architecture: maybe(processor),
  /** Mostly public: on GCP a private function can't be behind an API, and most architectures should be rendered. */
  http: maybe(fc.constantFrom('public', 'public', 'private')),
  environment: maybe(environment),
  ...grants,
  triggers,
  retry,
  coldStart,
});
export type RawFunction = typeof rawFunction extends fc.Arbitrary<infer T> ? T : never;

/** Virtual CPUs, and the memory that Fargate gives to them: the least, a step, and the most. */
const fargate = [
  [0.25, 512, 512, 1_024],
  [0.5, 1_024, 1_024, 4_096],
  [1, 2_048, 1_024, 8_192],
  [2, 4_096, 1_024, 16_384],
  [4, 8_192, 1_024, 30_720],
  [8, 16_384, 4_096, 61_440],
] as const;

const size = fc.constantFrom(...fargate).chain(([cpu, least, step, most]) =>
  fc.record({
    cpu: fc.constant(cpu),
    onAws: within(0, (most - least) / step).map((steps) => least + steps * step),
    elsewhere: fc.oneof(within(512, 32_768), within(512, 32_768), within(512, 61_440)),
  }),
);

const images = [
  ...['nginx', 'docker.io/library/nginx:1.29', 'ghcr.io/owner/image:v1.2.3', 'localhost:5000/x', 'a/b'],
  ...['europe-docker.pkg.dev/project/repository/image', `public.ecr.aws/x/y@sha256:${'0123456789abcdef'.repeat(4)}`],
  ...['123456789012.dkr.ecr.eu-central-1.amazonaws.com/image:latest'],
] as const;

const pathOf = (characters: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });

const rawService = fc.record({
  ...scalarsOf(serviceSpec),
  name: elementName,
  rank: pick,
  image: fc.constantFrom(...images),
  architecture: maybe(processor),
  command: maybe(fc.array(text(), { minLength: 1, maxLength: 4 })),
  ingress: maybe(fc.constantFrom('public', 'public', 'none')),
  environment: maybe(environment),
  ...grants,
  triggers,
  size: maybe(size),
  host: maybe(fc.constantFrom('example.com', 'A-b.Example.COM', 'x.y.z.example.org', `${'a'.repeat(60)}.example.com`)),
  /** What follows the segment that keeps it apart from others; absent: everything, if nothing else takes that. */
  path: maybe(pathOf(`aZ0_-.$/~"'@:+&`)),
  wildcards: fc.constantFrom('', '*', '/*', '?', '?/*?*'),
  /** Before that of any service that takes everything, with a host or without. */
  priority: maybe(within(1, 16_000)),
  healthCheck: maybe(
    fc.record({
      ...scalarsOf(healthCheckSpec),
      // Without its space, `{{ resolve:…` would be a reference of CloudFormation's.
      path: maybe(fc.oneof(pathOf(`aZ0?&=%$#"'\\{}`), text(20)).map((rest) => `/${rest.replace(/\s/g, '_')}`)),
    }),
  ),
  coldStart,
});
export type RawService = typeof rawService extends fc.Arbitrary<infer T> ? T : never;

const parameterName = fc.oneof(
  fc.constantFrom('id', 'a', '_', 'proxy'),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/),
);
const segment = fc.oneof(
  { arbitrary: fc.constantFrom('orders', 'a', 'A', '0', 'a.b_c~d-e', 'latest'), weight: 3 },
  { arbitrary: fc.stringMatching(/^[A-Za-z0-9._~-]{1,8}$/).filter((one) => !/^\.\.?$/.test(one)), weight: 1 },
  { arbitrary: parameterName.map((name) => `{${name}}`), weight: 2 },
);
const routePath = fc
  .tuple(
    fc.array(segment, { maxLength: 4 }),
    fc.oneof(
      { arbitrary: fc.constant(''), weight: 2 },
      { arbitrary: segment, weight: 3 },
      { arbitrary: parameterName.map((name) => `{${name}+}`), weight: 2 },
    ),
  )
  .map(([segments, last]) => `/${[...segments, last].join('/')}`);

const route = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY', 'ANY'),
  path: routePath,
  to: pick,
  /** Whether the function is written as a map. */
  long: fc.boolean(),
});

interface Route {
  readonly method: string;
  readonly path: string;
  readonly to: number;
  readonly long: boolean;
}

const rawApi = fc.record({
  ...scalarsOf(apiSpec),
  name: elementName,
  routes: fc.oneof(
    fc.array(route, { maxLength: 6 }).map((all): Route[] => all),
    fc
      .record({ to: pick, long: fc.boolean(), name: parameterName })
      .map(({ to, long, name }): Route[] => [{ method: 'ANY', path: `/{${name}+}`, to, long }]),
  ),
});
export type RawApi = typeof rawApi extends fc.Arbitrary<infer T> ? T : never;

const attributeName = fc.oneof(
  fc.constantFrom('id', '_', 'toString', 'a.b-c', `x${'y'.repeat(254)}`),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,12}$/),
);
const key = fc.record({ name: attributeName, type: fc.constantFrom('string', 'number') });

const rawTable = fc.record({
  ...scalarsOf(tableSpec),
  name: elementName,
  partitionKey: key,
  sortKey: maybe(key),
  ttlAttribute: maybe(attributeName),
});
export type RawTable = typeof rawTable extends fc.Arbitrary<infer T> ? T : never;

const rawBucket = fc.record({ ...scalarsOf(bucketSpec), name: elementName });

const rawSecret = fc.record({ ...scalarsOf(secretSpec), name: elementName });

const rawQueue = fc.record({
  ...scalarsOf(queueSpec),
  name: elementName,
  timeoutSeconds: maybe(fc.oneof(numberAt(queueSpec, 'timeoutSeconds'), within(1, 20), within(590, 610))),
});
export type RawQueue = typeof rawQueue extends fc.Arbitrary<infer T> ? T : never;

const rawTopic = fc.record({ ...scalarsOf(topicSpec), name: elementName });

/** Engines know no hyphens in some names. */
const named = { selector: ({ name }: { name: string }) => camelCase(name) };

const byKind = {
  functions: fc.uniqueArray(rawFunction, { ...named, maxLength: 4 }),
  services: fc.uniqueArray(rawService, { ...named, maxLength: 3 }),
  apis: fc.uniqueArray(rawApi, { ...named, maxLength: 2 }),
  queues: fc.uniqueArray(rawQueue, { ...named, maxLength: 3 }),
  topics: fc.uniqueArray(rawTopic, { ...named, maxLength: 2 }),
  tables: fc.uniqueArray(rawTable, { ...named, maxLength: 3 }),
  buckets: fc.uniqueArray(rawBucket, { ...named, maxLength: 2 }),
  secrets: fc.uniqueArray(rawSecret, { ...named, maxLength: 2 }),
} satisfies Readonly<Record<Kind, fc.Arbitrary<readonly { readonly name: string }[]>>>;

/** All elements of an architecture. */
export const elements = fc.record({
  ...byKind,
  /** The topic that gets alarms, and their thresholds. */
  alarms: maybe(fc.record({ topic: pick, ...scalarsOf(alarmsSpec.unwrap()) })),
});
export type RawElements = typeof elements extends fc.Arbitrary<infer T> ? T : never;
