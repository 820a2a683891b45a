import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from '../../lib/archive/zip';
import { planAws, type AwsPlan } from '../../lib/cloud/aws/architecture';
import { load } from '../../lib/model/load';
import { resolve } from '../../lib/model/resolve';
import { stage, temporaryFolder } from '../rendering';
import { synthesize } from '../render/aws-cdk/stack';
import { record } from '../render/aws-pulumi/program';
import { inexcusable, leaves, stale, watched } from '../watched';

const text = `
name: shop
description: everything at once
tags: { team: shop }
foundation: { network: default, ingress: { allow: [10.0.0.0/8], insecure: true } }
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: { FIXED: b, TABLE: "\${tables.t.name}", AT: "\${services.web.url}" }
    http: public
    uses: { tables.t: readwrite, buckets.b: readwrite, secrets.s: read }
    coldStart: { provisioned: 1 }
  g: { runtime: nodejs22, code: code, handler: index.handler, http: private }
  h:
    runtime: nodejs22
    code: code
    handler: index.handler
    triggers:
      - { schedule: "0 3 * * 1", timezone: Europe/Berlin, input: { a: 1 } }
      - { rate: 5m }
      - { queue: jobs, batchSize: 20 }
      - { topic: events }
      - { bucket: b, on: [created], prefix: in/ }
    retry: { maxRetries: 1, deadLetter: failed }
services:
  web:
    image: nginx
    command: [serve]
    ingress: public
    host: a.example.com
    path: "/a/*"
    environment: { CALLED: "\${functions.g.arn}" }
  worker: { image: nginx, secrets: { TOKEN: s }, uses: { tables.t: read, functions.g: invoke } }
apis: { main: { routes: { "GET /a/{id}": functions.f, "ANY /{rest+}": functions.g } } }
queues: { jobs: {}, failed: {}, strict: { ordered: true } }
topics: { events: {} }
tables:
  t:
    partitionKey: { name: id, type: string }
    sortKey: { name: at, type: number }
    ttlAttribute: end
buckets: { b: { versioned: true, expireDays: 30 } }
secrets: { s: {} }
outputs: { name: "\${functions.f.name}" }`;

function planOfEverything(): AwsPlan {
  const { architecture } = resolve(load(stage({ text })), []);
  const path = join(temporaryFolder(), 'code.zip');
  const bytes = zip([]);
  writeFileSync(path, bytes);
  const archive = { path, sha256: createHash('sha256').update(bytes).digest('hex'), empty: false, bytes: bytes.length };
  return planAws(architecture, { f: archive, g: archive, h: archive });
}

/** Fields that an engine doesn't read, each with the reason. */
const unread = {
  'aws-cdk': [{ field: /\.names\./, why: 'CloudFormation makes physical names itself, within the limits' }],
  'aws-pulumi': [
    {
      field: /^plan\.services\.worker\.names\.targetGroup$/,
      why: 'a service that no load balancer reaches has no target group',
    },
    { field: /^plan\.buckets\.\w+\.names\.bucketPrefix$/, why: 'the name that Pulumi makes is short enough' },
  ],
} as const;

/** What no resource is made of, on both engines. */
const about = [
  { field: /\.archive\.bytes$/, why: 'the size decides before anything is rendered' },
  { field: /^plan\.name$/, why: 'the stamp says it' },
  { field: /^plan\.description$/, why: 'it is for people who read the architecture' },
  {
    field: /^plan\.(?:invokers\.\d+|triggers\.\d+\.invoker)\.by$/,
    why: 'who invokes is said by principal and source',
  },
  { field: /^plan\.triggers\.\d+\.invoker\.function$/, why: "a trigger's invoker lies where the trigger does" },
  { field: /\.archive\.(?:sha256|empty)$/, why: 'engines hash files themselves, and an empty one is refused before' },
];

const engines = {
  'aws-cdk': (plan: AwsPlan) => Promise.resolve(synthesize(plan)),
  'aws-pulumi': (plan: AwsPlan) => record(plan),
};

describe.each(['aws-cdk', 'aws-pulumi'] as const)('a plan for AWS on %s', (target) => {
  let overlooked: string[];
  const excuses = [...about, ...unread[target]];
  beforeAll(async () => {
    const plan = planOfEverything();
    const read = new Set<string>();
    await engines[target](watched(plan, 'plan', read));
    overlooked = [...leaves(plan, 'plan')].filter((field) => !read.has(field));
  });

  it('is read in every field', () => {
    expect(inexcusable(overlooked, excuses)).toEqual([]);
  });

  it('has no field that is excused and read', () => {
    expect(stale(overlooked, excuses)).toEqual([]);
  });
});
