import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { verify } from '../../../lib';
import { ServerlessArchitecture, type ServerlessArchitectureProps } from '../../../lib/render/gcp-cdktf';
import { stage, temporaryFolder } from '../../rendering';
import { elementsIn } from '../row';
import type { Idiom, Use } from './idiom';

const text = `
name: shop
functions:
  orders:
    runtime: nodejs22
    code: code
    handler: handler
    environment: { TABLE: '\${tables.orders.name}' }
    uses: { tables.orders: readwrite, queues.jobs: send, topics.events: publish, secrets.key: read }
    coldStart:
      dynamic: { min: 1, max: 5 }
      scheduled: [{ name: day, start: 0 8 * * *, end: 0 18 * * *, timezone: Europe/Berlin, min: 3 }]
  worker:
    runtime: nodejs22
    code: code
    handler: handler
    triggers: [{ queue: jobs }, { topic: events }, { bucket: uploads, on: [created] }]
    retry: { deadLetter: failed }
services:
  web: { image: docker.io/library/nginx:1.27, ingress: public, uses: { buckets.uploads: read } }
apis: { public: { routes: { 'ANY /{proxy+}': functions.orders } } }
queues: { jobs: {}, failed: {} }
topics: { events: {}, alerts: {} }
buckets: { uploads: {} }
tables: { orders: { partitionKey: { name: id, type: string }, ttlAttribute: expires } }
secrets: { key: {} }
alarms: { notify: alerts }
`;

let file: string | undefined;

/** The file of the architecture, which is written once. */
export const fileOf = (): string => (file ??= stage({ text }));

/** An app with the architecture. */
export function newUse(before: Idiom['before'] = () => ({})): Use {
  const architecture = fileOf();
  const app = new App({ outdir: temporaryFolder() });
  const stack = new TerraformStack(app, 'own');
  const project = new TerraformVariable(stack, 'project', { type: 'string' }).stringValue;
  const region = 'europe-west1';
  new GoogleProvider(stack, 'google', { project, region });
  const props: ServerlessArchitectureProps<string> = { ...before(stack), architecture, project, region };
  ServerlessArchitecture.addProviders(stack, props);
  const shop = new ServerlessArchitecture<string>(stack, 'Shop', props);
  return { app, stack, shop, project, architecture };
}

/** What came of an idiom. */
export interface Outcome {
  /** Errors and warnings at synth. */
  readonly said: readonly string[];
  /** The elements with differences. */
  readonly differs: readonly string[];
  /** The stack; empty if there was an error. */
  readonly json: string;
}

/** Synthesizes an app, and compares it with its architecture. */
export async function outcomeOf({ app, architecture }: Use): Promise<Outcome> {
  try {
    app.synth();
  } catch (error) {
    return { said: [(error as Error).message], differs: [], json: '' };
  }
  const { annotations } = app.manifest.stacks['own']!;
  const verified = await verify(app.outdir, { architecture });
  return {
    said: annotations.map(({ message }) => message),
    differs: elementsIn(verified.differences),
    json: readFileSync(join(app.outdir, 'stacks/own/cdk.tf.json'), 'utf8'),
  };
}

/** Checks what idioms of the table come to, in one app. */
export async function checkIdioms(...rows: readonly Idiom[]): Promise<void> {
  const use = newUse((stack) => Object.assign({}, ...rows.map(({ before }) => before?.(stack))) as object);
  const known = use.shop.warnings.map(({ message }) => message);
  for (const { does } of rows) does?.(use);
  const { said, differs, json } = await outcomeOf(use);
  const news = said.filter((one) => !known.some((message) => one.includes(message)));
  const says = rows.flatMap((row) => row.says ?? []);
  if (says.length === 0) expect(news).toEqual([]);
  for (const one of says) expect(news.join('\n')).toContain(one);
  expect(differs).toEqual([...new Set(rows.flatMap((row) => row.differs ?? []))].sort());
  if (json !== '') for (const { check } of rows) check?.(json);
}
