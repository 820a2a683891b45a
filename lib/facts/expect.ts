import { kinds, type Kind } from '../model/kind';
import { outputsOf } from '../model/output';
import { cloudOf, type Cloud, type Target } from '../model/target';
import { approximate, approximateArchitecture } from '../support/approximate';
import { saidToPeople } from '../support/entries';
import type { ElementOf } from '../support/judge';
import { expectAwsApi, expectGcpApi } from './api';
import { expectAwsBucket, expectGcpBucket } from './bucket';
import type { Expectation, TargetExpectation } from './expectation';
import type { FactOf, Facts } from './facts';
import { expectExisting } from './existing';
import { expectAwsFoundation, expectGcpFoundation } from './foundation';
import { expectAwsFunction, expectGcpFunction } from './function';
import { expectAwsQueue, expectGcpQueue } from './queue';
import { expectAwsSecret, expectGcpSecret } from './secret';
import { expectAwsService, expectGcpService } from './service';
import { present, type Stated } from './stated';
import { expectAwsTable, expectGcpTable } from './table';
import { expectTexts } from './text';
import { expectAwsTopic, expectGcpTopic } from './topic';

/**
 * The facts that differ from an element's fields, or are none of them; undefined where the element leaves nothing in an
 * artifact. The fields are those of the model, as support's rules leave them.
 */
type Expect<C extends Cloud, K extends Kind> = (
  name: string,
  fields: ElementOf<K>,
  expectation: TargetExpectation,
) => Stated<ElementOf<K>, FactOf<C, K>> | undefined;

const nouns: { readonly [C in Cloud]: { readonly [K in Kind]: Expect<C, K> } } = {
  aws: {
    functions: expectAwsFunction,
    services: expectAwsService,
    apis: expectAwsApi,
    queues: expectAwsQueue,
    topics: expectAwsTopic,
    buckets: expectAwsBucket,
    tables: expectAwsTable,
    secrets: expectAwsSecret,
  },
  gcp: {
    functions: expectGcpFunction,
    services: expectGcpService,
    apis: expectGcpApi,
    queues: expectGcpQueue,
    topics: expectGcpTopic,
    buckets: expectGcpBucket,
    tables: expectGcpTable,
    secrets: expectGcpSecret,
  },
};

const foundations = { aws: expectAwsFoundation, gcp: expectGcpFoundation } satisfies Record<Cloud, unknown>;

/** Fields of an architecture that its elements state, each for itself. */
const statedByElements = ['tags', 'alarms'];

/**
 * The facts that the artifacts of an architecture have to state on a target: the model's own fields, as support's rules
 * leave them, in the form in which an artifact can state them. A field that is mentioned nowhere is promised as it is.
 */
export function expectFacts(expectation: Expectation, target: Target, withoutCode: readonly string[]): Facts {
  const { architecture } = expectation;
  const cloud = cloudOf(target);
  const fields = approximateArchitecture(architecture, target);
  const { tags, alarms } = fields;
  const onTarget: TargetExpectation = { ...expectation, target, tags, ...(alarms && { alarms }) };
  const foundation = foundations[cloud](onTarget);
  return present({
    ...fields,
    env: expectation.naming.env,
    ...Object.fromEntries([...saidToPeople, ...statedByElements].map((field) => [field, undefined])),
    foundation: foundation && { ...fields.foundation, ...foundation },
    ...(Object.fromEntries(kinds.map((kind) => [kind, expectKind(kind, onTarget)])) as Pick<Facts, Kind>),
    outputs: expectTexts(outputsOf(architecture), onTarget),
    engineValues: expectEngineValues(expectation),
    // An artifact states them on every role.
    ...(cloud === 'aws' && architecture.foundation?.aws),
    withoutCode,
    unrecognized: [],
    notJudged: 0,
    notJudgedIn: {},
    unjudged: [],
  });
}

/** Only values of parameters that the architecture declares are promised; undefined: there are none. */
function expectEngineValues({ architecture, engineValues = {} }: Expectation): Facts['engineValues'] {
  const declared = Object.entries(engineValues).filter(([name]) => Object.hasOwn(architecture.parameters, name));
  return declared.length > 0 ? Object.fromEntries(declared) : undefined;
}

function expectKind<K extends Kind>(kind: K, expectation: TargetExpectation): Record<string, object> {
  const { architecture, target } = expectation;
  const expect = nouns[cloudOf(target)][kind] as Expect<Cloud, K>;
  const elements = Object.entries(architecture[kind]) as [string, ElementOf<K>][];
  const facts = elements.flatMap(([name, element]) => {
    const existing = expectExisting(element, target);
    if (existing) return [[name, existing] as const];
    const fields = approximate(kind, { name, element, architecture }, target);
    const stated = expect(name, fields, expectation);
    return stated ? [[name, { ...fields, ...stated }] as const] : [];
  });
  return Object.fromEntries(facts);
}
