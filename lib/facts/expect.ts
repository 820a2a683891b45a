import { outputsOf } from '../model/output';
import { cloudOf, type Target } from '../model/target';
import { expectAwsApi, expectGcpApi } from './api';
import type { Expectation } from './expectation';
import type { Facts } from './facts';
import { expectAwsFoundation, expectGcpFoundation } from './foundation';
import { expectAwsFunction, expectGcpFunction } from './function';
import { expectAwsService, expectGcpService } from './service';
import { expectAwsQueue, expectGcpQueue } from './queue';
import { expectAwsTopic, expectGcpTopic } from './topic';
import { expectAwsBucket, expectGcpBucket } from './bucket';
import { expectAwsSecret, expectGcpSecret } from './secret';
import { expectAwsTable, expectGcpTable } from './table';
import { expectTexts } from './text';

const onAws = {
  foundation: expectAwsFoundation,
  functions: expectAwsFunction,
  services: expectAwsService,
  apis: expectAwsApi,
  queues: expectAwsQueue,
  topics: expectAwsTopic,
  buckets: expectAwsBucket,
  secrets: expectAwsSecret,
  tables: expectAwsTable,
};

const onGcp = {
  foundation: expectGcpFoundation,
  functions: expectGcpFunction,
  services: expectGcpService,
  apis: expectGcpApi,
  queues: expectGcpQueue,
  topics: expectGcpTopic,
  buckets: expectGcpBucket,
  secrets: expectGcpSecret,
  tables: expectGcpTable,
};

/** What a right rendering of an architecture says on a target. */
export function expectFacts(expectation: Expectation, target: Target, withoutCode: readonly string[]): Facts {
  const { architecture } = expectation;
  const cloud = cloudOf(target);
  const expected = cloud === 'aws' ? onAws : onGcp;
  const foundation = expected.foundation(expectation);
  return {
    name: architecture.name,
    ...(foundation !== undefined && { foundation }),
    functions: each(architecture.functions, (name, spec) => expected.functions(name, spec, expectation)),
    services: each(architecture.services, (name, spec) => expected.services(name, spec, expectation)),
    apis: each(architecture.apis, (name, spec) => expected.apis(name, spec, expectation)),
    queues: each(architecture.queues, (name, spec) => expected.queues(name, spec, expectation)),
    topics: each(architecture.topics, (name, spec) => expected.topics(name, spec, expectation)),
    buckets: each(architecture.buckets, (name, spec) => expected.buckets(name, spec, expectation)),
    secrets: each(architecture.secrets, (name, spec) => expected.secrets(name, spec, expectation)),
    tables: each(architecture.tables, (name, spec) => expected.tables(name, spec, expectation)),
    outputs: expectTexts(outputsOf(architecture), cloud, architecture),
    withoutCode,
    unrecognized: [],
    notJudged: 0,
  };
}

/** A map of elements becomes a map of facts; an element that leaves nothing in an artefact has none. */
function each<Spec, Fact>(
  elements: Readonly<Record<string, Spec>>,
  expect: (name: string, spec: Spec) => Fact | undefined,
): Record<string, Fact> {
  const facts = Object.entries(elements).map(([name, spec]) => [name, expect(name, spec)] as const);
  return Object.fromEntries(facts.filter((entry): entry is readonly [string, Fact & {}] => entry[1] !== undefined));
}
