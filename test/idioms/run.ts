import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { verify } from '../../lib';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { stage, temporaryFolder } from '../rendering';
import type { Idiom, Resource, Use } from './idiom';
import { elementsIn } from './row';

const text = `
name: shop
functions:
  orders:
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: { TABLE: '\${tables.orders.name}' }
    uses: { tables.orders: readwrite, queues.jobs: send, topics.events: publish, secrets.key: read }
    coldStart: { provisioned: 2 }
  worker:
    runtime: nodejs22
    code: code
    handler: index.handler
    triggers: [{ queue: jobs }, { topic: events }, { bucket: uploads, on: [created] }]
    retry: { deadLetter: failed }
services:
  web: { image: public.ecr.aws/nginx/nginx:1.27, ingress: public, uses: { buckets.uploads: read } }
apis: { public: { routes: { 'ANY /{proxy+}': functions.orders } } }
queues: { jobs: {}, failed: {} }
topics: { events: {}, alerts: {} }
buckets: { uploads: {} }
tables: { orders: { partitionKey: { name: id, type: string } } }
secrets: { key: {} }
alarms: { notify: alerts }
foundation: { network: default, ingress: { allow: [0.0.0.0/0], insecure: true } }
`;

let file: string | undefined;

/** The file of the architecture, which is written once. */
export const fileOf = (): string => {
  process.env['CDK_VALIDATION'] = 'false';
  return (file ??= stage({ text }));
};

/** An app with the architecture, and its file. */
export function newUse(context: Record<string, unknown> = {}, props: StackProps = {}): Use & { readonly file: string } {
  const architecture = fileOf();
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false, context });
  const stack = new Stack(app, 'Own', props);
  const shop = new ServerlessArchitecture<string>(stack, 'Shop', { architecture });
  return { app, stack, shop, file: architecture };
}

/** What came of an idiom. */
export interface Outcome {
  /** Errors and warnings at synth. */
  readonly said: readonly string[];
  /** The elements with differences. */
  readonly differs: readonly string[];
  readonly resources: readonly Resource[];
}

/** Synthesizes an app, and compares it with its architecture. */
export async function outcomeOf({ app, file }: Use & { readonly file: string }): Promise<Outcome> {
  let assembly;
  try {
    assembly = app.synth();
  } catch (error) {
    return { said: [(error as Error).message], differs: [], resources: [] };
  }
  const { template, messages } = assembly.getStackByName('Own');
  const verified = await verify(assembly, { architecture: file });
  return {
    said: messages.map(({ entry }) => String(entry.data)),
    differs: elementsIn(verified.differences),
    resources: Object.values((template as { Resources: Record<string, Resource> }).Resources),
  };
}

/** Checks what idioms of the table come to, in one app. */
export async function checkIdioms(...rows: readonly Idiom[]): Promise<void> {
  const use = newUse();
  const known = use.shop.warnings.map(({ message }) => message);
  for (const { does } of rows) does(use);
  const { said, differs, resources } = await outcomeOf(use);
  const news = said.filter((one) => !known.some((message) => one.includes(message)));
  const says = rows.flatMap((row) => row.says ?? []);
  if (says.length === 0) expect(news).toEqual([]);
  for (const one of says) expect(news.join('\n')).toContain(one);
  expect(differs).toEqual([...new Set(rows.flatMap((row) => row.differs ?? []))].sort());
  if (resources.length > 0) for (const { check } of rows) check?.(resources);
}
