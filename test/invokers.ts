import { Editable, type Json } from './mutation/artefact';
import { Places } from './mutation/places';
import { render, type Rendering } from './rendering';

export type AwsTarget = 'aws-cdk' | 'aws-pulumi';

/** A resource, or an output, in one spelling for both engines. */
interface Holder {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Json>>;
}

/** How an engine writes what is looked for. */
interface Engine {
  readonly holders: (artefact: Json) => Holder[];
  /** The id in a reference, or in the text that it is; undefined if a value is none. */
  readonly pointsAt: (value: Json) => string | undefined;
  /** The type of an alias. */
  readonly alias: string;
  /** Where a function itself may be named, and what in the resource makes it the alias that is meant. */
  readonly allowed: Readonly<
    Record<string, 'by the alias itself' | 'to be watched' | 'by a version' | 'beside a qualifier'>
  >;
  readonly qualifier: string;
}

const engines: Readonly<Record<AwsTarget, Engine>> = {
  'aws-cdk': {
    holders: ({ Resources: resources = {}, Outputs: outputs = {} }) => [
      ...Object.entries<Json>(resources).map(([id, { Type, Properties = {} }]) => ({
        id,
        type: Type,
        properties: Properties,
      })),
      ...Object.entries<Json>(outputs).map(([id, properties]) => ({ id, type: 'Output', properties })),
    ],
    pointsAt: (value) =>
      value.Ref ?? (Array.isArray(value['Fn::GetAtt']) ? value['Fn::GetAtt'][0] : value['Fn::GetAtt']?.split('.')[0]),
    alias: 'AWS::Lambda::Alias',
    allowed: {
      'AWS::CloudWatch::Alarm Dimensions': 'to be watched',
      'AWS::Lambda::Alias FunctionName': 'by the alias itself',
      'AWS::Lambda::Alias FunctionVersion': 'by the alias itself',
      'AWS::Lambda::Version FunctionName': 'by a version',
      'AWS::Lambda::EventInvokeConfig FunctionName': 'beside a qualifier',
      'AWS::Lambda::Url TargetFunctionArn': 'beside a qualifier',
    },
    qualifier: 'Qualifier',
  },
  'aws-pulumi': {
    holders: ({ resources, outputs }) => [
      ...resources.map(({ urn, type, inputs }: Json) => ({ id: urn, type, properties: inputs })),
      { id: 'outputs', type: 'outputs', properties: outputs },
    ],
    pointsAt: (value) => value.$ref?.urn,
    alias: 'aws:lambda/alias:Alias',
    allowed: {
      'aws:cloudwatch/metricAlarm:MetricAlarm dimensions': 'to be watched',
      'aws:lambda/alias:Alias functionName': 'by the alias itself',
      'aws:lambda/alias:Alias functionVersion': 'by the alias itself',
      'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig functionName': 'beside a qualifier',
      'aws:lambda/functionUrl:FunctionUrl functionName': 'beside a qualifier',
      'aws:lambda/permission:Permission function': 'beside a qualifier',
      'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig functionName': 'beside a qualifier',
    },
    qualifier: 'qualifier',
  },
};

/** Everything in an artefact that names a function past its alias, and how often an alias is named. */
function look(target: AwsTarget, artefact: Json): { past: string[]; aliases: number } {
  const { holders, pointsAt, alias, allowed, qualifier } = engines[target];
  const all = holders(artefact);
  const warmers = new Set(all.map((one) => warmerIn(one, pointsAt)));
  const typeOf = new Map(all.map(({ id, type }) => [id, warmers.has(id) ? 'warmer' : type]));
  const past: string[] = [];
  let aliases = 0;
  for (const { id, type, properties } of all)
    for (const [property, value] of Object.entries(properties)) {
      const place = `${type} ${property}`;
      for (const found of namedIn(value, pointsAt, alias, typeOf)) {
        if (found === 'alias') aliases += 1;
        else if (found !== 'function' || !isAllowed(place, properties)) past.push(`${place} of ${id}`);
      }
    }
  return { past, aliases };

  function isAllowed(place: string, properties: Holder['properties']): boolean {
    const why = allowed[place];
    if (why !== 'beside a qualifier') return why !== undefined;
    const said = properties[qualifier];
    return said === 'live' || typeOf.get(pointsAt(said ?? {}) ?? '') === alias;
  }
}

/**
 * What a schedule calls that tells it which alias to call how often at once: a function of ours, that nobody but its
 * schedule calls, and so the only one without an alias.
 */
function warmerIn({ type, properties }: Holder, pointsAt: Engine['pointsAt']): string | undefined {
  const { Target: upper, target = upper } = properties;
  if (!/::Schedule$|:Schedule$/.test(type) || !/instances/.test(JSON.stringify(target.Input ?? target.input ?? '')))
    return;
  return pointsAt(target.Arn ?? target.arn);
}

/** What a value names: an alias, a function (or a version of one), or in plain text a function that no reference tells. */
function* namedIn(
  value: Json,
  pointsAt: Engine['pointsAt'],
  alias: string,
  typeOf: ReadonlyMap<string, string>,
): Generator<'alias' | 'function' | 'text'> {
  if (typeof value === 'string') {
    // Of texts, those that lead to a function without a reference: an ARN put together by hand, what isn't published.
    // What scaling changes is called `lambda:function:…` and leads nowhere.
    if (/\$LATEST|(?<!^lambda):function:|lambda:path\/2015-03-31/.test(value)) yield 'text';
    for (const [, id] of value.matchAll(/\$\{(\w+)(?:\.\w+)?\}/g)) yield* kindOf(typeOf.get(id!), alias);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const id = pointsAt(value);
  if (id !== undefined) return void (yield* kindOf(typeOf.get(id), alias));
  const children: Json[] = Object.values(value);
  for (const [index, child] of children.entries()) {
    // `<function>:<alias>` is the alias's name.
    const qualified = children[index + 1] === ':' && typeOf.get(pointsAt(children[index + 2] ?? {}) ?? '') === alias;
    if (!qualified) yield* namedIn(child, pointsAt, alias, typeOf);
  }
}

function* kindOf(type: string | undefined, alias: string): Generator<'alias' | 'function'> {
  if (type === alias) yield 'alias';
  else if (type !== undefined && /lambda.*(?:function:Function|::Function|::Version)$/i.test(type)) yield 'function';
}

/** The functions of every artefact of a target: what calls one names its alias. */
export class AliasAudit {
  private aliases = 0;

  constructor(private readonly target: AwsTarget) {}

  /** Where an artefact names a function past its alias. */
  pastAliasesIn(rendering: Rendering): string[] {
    const { past, aliases } = look(this.target, new Editable(rendering).original());
    this.aliases += aliases;
    return past;
  }

  /** A test of all artefacts together, which comes after those of each. */
  tests(): void {
    test('aliases are named often enough for their absence to be noticed', () => {
      expect(this.aliases).toBeGreaterThan(80);
    });
  }
}

/** Names a function of a rendered artefact past its alias, in one place at a time: each is seen. */
export function seesForgottenAliases(target: AwsTarget): void {
  const arn = (places: Places, id: string) =>
    target === 'aws-cdk' ? { 'Fn::GetAtt': [places.id(id), 'Arn'] } : { $ref: { urn: places.id(id), path: ['arn'] } };
  const [handler, url, integration, permission] =
    target === 'aws-cdk'
      ? ['functions/f/Function', 'functions/f/Url', 'apis/a/IntegrationF', 'functions/f/InvokeApisA']
      : ['f-function', 'f-url', 'a-integration-f', 'f-invoke-apis-a'];
  const [schedule, mapping, subscription, retry] =
    target === 'aws-cdk'
      ? ['Schedule0', 'EventSourceJobs', 'SubscriptionEvents', 'Retry'].map((id) => `functions/f/${id}`)
      : ['schedule-0', 'event-source-jobs', 'subscription-events', 'retry'].map((name) => `f-${name}`);
  const named = (property: string) =>
    target === 'aws-cdk' ? property : property.charAt(0).toLowerCase() + property.slice(1);

  test.each<[what: string, edit: (places: Places) => void]>([
    [
      'an integration',
      (places) => {
        const properties = places.at(integration);
        properties[target === 'aws-cdk' ? 'IntegrationUri' : 'integrationUri'] = arn(places, handler);
      },
    ],
    [
      'a permission',
      (places) => {
        const properties = places.at(permission);
        delete properties.qualifier;
        properties[target === 'aws-cdk' ? 'FunctionName' : 'function'] = arn(places, handler);
      },
    ],
    ['a URL', (places) => delete places.at(url)[target === 'aws-cdk' ? 'Qualifier' : 'qualifier']],
    [
      'a kind of invoker that nobody knows yet',
      (places) => places.add(url, 'AWS::Scheduler::Schedule', { Target: { Arn: arn(places, handler) } }),
    ],
    [
      'a warmer',
      (places) =>
        places.add(url, 'AWS::IAM::Policy', {
          Statement: [{ Action: 'lambda:InvokeFunction', Resource: arn(places, handler) }],
        }),
    ],
    [
      'a text that leads to what is not published',
      (places) => places.add(url, 'AWS::Events::Rule', { Targets: [{ Arn: 'arn:aws:lambda:x:1:function:f:$LATEST' }] }),
    ],
    ['a queue', (places) => void (places.at(mapping!)[named('FunctionName')] = arn(places, handler))],
    ['a topic', (places) => void (places.at(subscription!)[named('Endpoint')] = arn(places, handler))],
    ['a schedule', (places) => void (places.at(schedule!)[named('Target')][named('Arn')] = arn(places, handler))],
    [
      'a rule',
      (places) => {
        if (target === 'aws-cdk') places.at('functions/f/Rule3').Targets[0].Arn = arn(places, handler);
        else places.at('f-rule-target-3').arn = arn(places, handler);
      },
    ],
    ['what is tried again', (places) => delete places.at(retry!)[named('Qualifier')]],
  ])('%s that forgets the alias is seen', async (_, edit) => {
    const text = `
name: shop
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    http: public
    triggers: [{ rate: 5m }, { queue: jobs }, { topic: events }, { bucket: uploads, on: [created] }]
queues: { jobs: {} }
topics: { events: {} }
buckets: { uploads: {} }
apis: { a: { routes: { GET /: functions.f } } }`;
    const artefact = new Editable(await render({ text }, target)).original();
    expect(look(target, artefact).past).toEqual([]);
    edit(new Places(target, 'shop', artefact));
    expect(look(target, artefact).past).toHaveLength(1);
  });
}
