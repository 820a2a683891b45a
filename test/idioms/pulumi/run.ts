import { log, type ComponentResourceOptions } from '@pulumi/pulumi';
import { verify } from '../../../lib';
import type { Cloud } from '../../../lib/model/target';
import { ServerlessArchitecture } from '../../../lib/render/pulumi';
import { recordInProcess } from '../../../lib/synth/pulumi/in-process';
import type { Recording } from '../../../lib/synth/pulumi/recording';
import { keepIn, writeRecording } from '../../../lib/synth/recording-file';
import { stage, temporaryFolder } from '../../rendering';
import type { Idiom, Shop } from './idiom';

const text = `
name: shop
functions:
  orders:
    runtime: nodejs22
    code: code
    handler: { aws: index.handler, gcp: handler }
    environment: { TABLE: '\${tables.orders.name}' }
    uses: { tables.orders: readwrite, queues.jobs: send, topics.events: publish, secrets.key: read }
    coldStart: { provisioned: 2 }
  worker:
    runtime: nodejs22
    code: code
    handler: { aws: index.handler, gcp: handler }
    triggers: [{ queue: jobs }, { topic: events }, { bucket: uploads, on: [created] }]
    retry: { deadLetter: failed }
services:
  web: { image: nginx:1.27, ingress: public, uses: { buckets.uploads: read } }
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
export const fileOf = (): string => (file ??= stage({ text }));

/** Records a program, with its archives in a folder. */
export const record = (program: () => unknown, folder = temporaryFolder()): Promise<Recording> =>
  recordInProcess(program, { project: 'own', stack: 'dev', keepFile: keepIn(folder), timeoutSeconds: 20 });

/** What came of an idiom. */
interface Outcome {
  /** Warnings at preview, and the error with which the program ended. */
  readonly said: readonly string[];
  /** The elements with differences. */
  readonly differs: readonly string[];
  /** What `verify` says about the differences. */
  readonly notes: readonly string[];
}

/** Runs a program with an architecture, and compares it. */
export async function outcomeOf<C extends Cloud>(cloud: C, rows: readonly Idiom<C>[]): Promise<Outcome> {
  const architecture = fileOf();
  const folder = temporaryFolder();
  const said: string[] = [];
  const spy = jest.spyOn(log, 'warn').mockImplementation((message) => (said.push(message), Promise.resolve()));
  try {
    const recording = await record(() => {
      const shop: Shop<C> = new ServerlessArchitecture('shop', { cloud, architecture }, optionsOf(rows));
      return Object.assign({}, ...rows.map(({ does }) => does?.(shop, architecture) ?? {})) as Record<string, unknown>;
    }, folder);
    writeRecording(folder, recording);
  } catch (error) {
    return { said: [...said, (error as Error).message], differs: [], notes: [] };
  } finally {
    spy.mockRestore();
  }
  const { differences, accepted } = await verify(folder, { architecture });
  expect(accepted).toEqual([]);
  return {
    said,
    differs: [...new Set(differences.map(({ path }) => elementIn(path)))].sort(),
    notes: differences.flatMap(({ path, actual, note }) => note ?? `${path}: ${JSON.stringify(actual)}`),
  };
}

const optionsOf = <C extends Cloud>(rows: readonly Idiom<C>[]): ComponentResourceOptions => {
  const all = rows.map(({ options }) => options?.() ?? {});
  const transformations = all.flatMap((one) => one.transformations ?? []);
  return Object.assign({}, ...all, transformations.length > 0 && { transformations }) as ComponentResourceOptions;
};

/**
 * `functions.orders.memoryMiB`, `functions.orders!Role` → `functions.orders`; a resource of the app → `app`; what
 * everything has, such as `tags.team` → `all`
 */
function elementIn(path: string): string {
  if (/^(?:tags\.|permissionsBoundary$)/.test(path)) return 'all';
  const [, element] = /^(foundation|[a-z]+\.[a-z]+)(?=[.!]|$)/.exec(path) ?? [];
  return path.startsWith('!') || element === undefined ? 'app' : element;
}

let known: Promise<Readonly<Record<Cloud, readonly string[]>>> | undefined;

/** The warnings about the architecture itself, by cloud. */
export const ownWarnings = (): NonNullable<typeof known> =>
  (known ??= (async () => ({ aws: (await outcomeOf('aws', [])).said, gcp: (await outcomeOf('gcp', [])).said }))());

/** Checks what idioms of the table come to, in one program. */
export async function checkIdioms<C extends Cloud>(cloud: C, ...rows: readonly Idiom<C>[]): Promise<void> {
  const { said, differs, notes } = await outcomeOf(cloud, rows);
  const errors = rows.flatMap((row) => row.error ?? []);
  if (errors.length > 0) {
    for (const one of errors) expect(said.join('\n')).toContain(one);
    return;
  }
  expect([...new Set(said)]).toEqual((await ownWarnings())[cloud]);
  expect(differs).toEqual([...new Set(rows.flatMap((row) => row.differs ?? []))].sort());
  const broken = rows.flatMap((row) => row.breaks ?? []);
  for (const one of broken) expect(notes.join('\n')).toContain(one);
  if (broken.length === 0) expect(notes.filter((note) => isReplaced.test(note))).toEqual([]);
}

const isReplaced = /replaces|removes|detaches/;
