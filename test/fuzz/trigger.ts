import fc from 'fast-check';
import { functionSpec } from '../../lib/model/function';
import type { Cloud } from '../../lib/model/target';
import { retrySpec, triggersSpec } from '../../lib/model/trigger';
import type { RawApi, RawElements, RawFunction, RawService } from './elements';
import { maybe, pick, within } from './pieces';
import { defaultOf, numberAt, scalarsOf } from './scalars';
import { text, written } from './text';

/** What people write as JSON: any, but for keys that mean something to JavaScript. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text(20).map(written),
    fc.oneof(
      fc.boolean(),
      fc.constant(null),
      within(-1_000, 1_000),
      fc.constantFrom(0.1, 1.5e-7, Number.MAX_SAFE_INTEGER - 1),
    ),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('a', 'b', 'a b', '', '"', '10', '9', 'toString', 'Ref', 'Fn::Sub', '$ref', 'é', '{{x}}'),
      tie('json'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

/** Times in five fields, with all that the clouds write each in a way of its own. */
const cron = fc
  .tuple(
    fc.constantFrom('0', '59', '*', '5,10', '*/20', '7-9', '0-30/10,45'),
    fc.constantFrom('*', '0', '23', '*/6', '8-18', '1,3-5'),
    fc.constantFrom(
      '* * *',
      '* * 1-5',
      '* * mon,WED-FRI',
      '* * 7',
      '* * 0,6',
      '* */3 *',
      '1-15 * *',
      '31 JAN *',
      '*/7 6 *',
    ),
  )
  .map((fields) => fields.join(' '));

/** Of any object, of some, of one, and of what a pattern or a template could take for something of its own. */
const prefix = fc.oneof(
  fc.constantFrom('a', 'a/', 'a/b', 'b', '*', '${x}', 'p'.repeat(1_024)),
  text(30)
    .map((one) => one.replace(/[\u0000-\u001f\u007f]/g, '_'))
    .filter((one) => one !== ''),
);

const trigger = fc.oneof(
  fc.record({
    kind: fc.constant('schedule' as const),
    schedule: cron,
    timezone: maybe(fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata')),
    input: maybe(json),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    rate: fc.constantFrom('1m', '5m', '30m', '60m', '1h', '8h', '24h', '1d'),
    input: maybe(json),
  }),
  fc.record({
    kind: fc.constant('queue' as const),
    of: pick,
    batchSize: maybe(numberAt(triggersSpec, 0, 'batchSize')),
  }),
  fc.record({ kind: fc.constant('topic' as const), of: pick }),
  fc.record({
    kind: fc.constant('bucket' as const),
    of: pick,
    on: fc.shuffledSubarray(['created', 'deleted'] as const, { minLength: 1 }),
    prefix: maybe(prefix),
  }),
);
type RawTrigger = typeof trigger extends fc.Arbitrary<infer T> ? T : never;

/** What invokes an element, and what becomes of what fails; what names another element is a number. */
export const triggers = maybe(fc.array(trigger, { maxLength: 4 }));
export const retry = maybe(fc.record({ ...scalarsOf(retrySpec), deadLetter: maybe(pick) }));

/** A trigger as it is written. */
interface Written {
  readonly schedule?: string;
  readonly rate?: string;
  readonly queue?: string;
  readonly topic?: string;
  readonly bucket?: string;
  readonly on?: readonly string[];
  readonly prefix?: string;
}

/** The longest that code may take on GCP that nobody waits for, in seconds. */
const longest = { message: 600, job: 1_800 } as const;

/** Triggers that fit together: a queue has one consumer, no event comes twice, and no dead letter comes back. */
export class Triggers {
  private readonly all = new Map<RawFunction | RawService, readonly Written[]>();
  private readonly consumers = new Map<string, RawFunction | RawService>();
  private readonly open: ReadonlySet<RawFunction>;

  constructor(
    private readonly raw: RawElements,
    apis: readonly RawApi[],
    private readonly clouds: ReadonlySet<Cloud>,
  ) {
    const routed = new Set(apis.flatMap(({ routes }) => routes.map(({ to }) => raw.functions[to])));
    this.open = new Set(raw.functions.filter((one) => one.http === 'public' || routed.has(one)));
    for (const one of raw.functions) this.all.set(one, this.isForgeable(one) ? [] : this.fitting(one));
    // AWS has nothing that calls a container.
    for (const one of raw.services)
      this.all.set(one, clouds.has('aws') || one.ingress === 'public' ? [] : this.fitting(one));
  }

  /** Whether anybody may call a function on GCP, so that it may have neither triggers nor warming there. */
  isForgeable(one: RawFunction): boolean {
    return this.clouds.has('gcp') && this.open.has(one);
  }

  /** The triggers of an element; undefined where none were thought of. */
  of(raw: RawFunction | RawService): readonly object[] | undefined {
    return raw.triggers && this.all.get(raw);
  }

  /** What becomes of what a function fails at: a queue gets it that nobody empties into the same function. */
  retryOf({ retry: raw, rank }: RawFunction): object | undefined {
    if (raw === undefined) return undefined;
    const free = this.raw.queues.filter(({ name, ordered }) => {
      const consumer = this.consumers.get(name);
      return (consumer === undefined || consumer.rank < rank) && !(this.clouds.has('aws') && ordered === true);
    });
    return {
      ...raw,
      deadLetter: raw.deadLetter === undefined ? undefined : free[raw.deadLetter % Math.max(free.length, 1)]?.name,
    };
  }

  /** How long a function may take at the most where it runs, in seconds. */
  longestOf(raw: RawFunction): number {
    const all = this.all.get(raw)!;
    const isPushed = all.some((one) => 'queue' in one || 'topic' in one || 'bucket' in one);
    const onGcp = isPushed ? longest.message : all.length > 0 ? longest.job : Infinity;
    return Math.min(this.clouds.has('aws') ? 900 : Infinity, this.clouds.has('gcp') ? onGcp : Infinity);
  }

  /** How long messages of a queue are held at the least where that is written, in seconds. */
  leastHeld(queue: string): number {
    const consumer = this.consumers.get(queue);
    if (consumer === undefined || !('runtime' in consumer)) return 1;
    return Math.min(consumer.timeoutSeconds ?? defaultOf(functionSpec, 'timeoutSeconds'), this.longestOf(consumer));
  }

  private fitting(element: RawFunction | RawService): Written[] {
    const all: Written[] = [];
    for (const raw of element.triggers ?? []) {
      const one = this.written(raw);
      if (one === undefined || all.some((other) => meet(one, other))) continue;
      if (one.queue !== undefined) {
        if (this.consumers.has(one.queue)) continue;
        this.consumers.set(one.queue, element);
      }
      all.push(one);
    }
    return all;
  }

  /** Undefined where there is nothing that it could name. */
  private written({ kind, ...fields }: RawTrigger): Written | undefined {
    if (!('of' in fields)) return fields;
    const { of, ...others } = fields;
    const { name } =
      this.raw[`${kind as 'queue' | 'topic' | 'bucket'}s`].find((_, index, { length }) => index === of % length) ?? {};
    const isText = 'prefix' in others && others.prefix !== undefined;
    return name === undefined
      ? undefined
      : { [kind]: name, ...others, ...(isText && { prefix: written(others.prefix!) }) };
  }
}

/** Whether two triggers of one element would hand it the same twice. */
function meet(one: Written, other: Written): boolean {
  if (one.topic !== undefined) return one.topic === other.topic;
  const [a, b] = [one.prefix ?? '', other.prefix ?? ''];
  return (
    one.bucket !== undefined &&
    one.bucket === other.bucket &&
    one.on!.some((event) => other.on!.includes(event)) &&
    (a.startsWith(b) || b.startsWith(a))
  );
}
