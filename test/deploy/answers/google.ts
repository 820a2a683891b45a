import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../projects/run';
import type { Case } from '../cases';
import type { Row } from '../requests';
import { freePort, start, type Running } from '../command';
import { ask } from './ask';
import { backendFor, type UrlMap } from './balancer';
import type { Callee } from './events/caller';
import { startEvents, type Events } from './events/account';
import { frameworkFor } from './frameworks';
import { project, render, unpack, type Known, type Rendered, type RenderedFunction } from './rendered';
import type { Served } from './served';

/** An example that runs as on Google Cloud, with what is around its functions. */
export interface ServedByGoogle extends Served {
  readonly events: Events;
  /** An output, as it is told. */
  output(name: string): string;
  /** Where Firestore's stand-in is. */
  readonly firestore: { readonly port: number; readonly folder: string };
  /** A text, with references in Terraform's words, without them. */
  text(written: string): string;
  readonly rendered: Rendered;
  /** What a function has logged, by what Terraform calls it. */
  logOf(id: string): string;
}

/**
 * Starts an example's functions as Cloud Functions does: from the archives that Triptych renders for Google Cloud, with
 * the environment that it renders, on Google's own frameworks.
 *
 * @param folder where everything is written to
 */
export async function serve(one: Case, folder: string): Promise<ServedByGoogle> {
  const running: Running[] = [];
  const keep = (one: Running) => (running.push(one), one);
  let events: Events | undefined;
  const end = () => {
    events?.end();
    running.forEach((one) => one.kill());
  };
  try {
    const rendered = await render(one, join(folder, 'rendered'));
    const { functions, databases, outputs, resolve } = rendered;
    const ready = await Promise.all(functions.map((rendered) => prepare(rendered, folder)));
    const addresses = new Map(ready.map(({ id, port }) => [id, `http://127.0.0.1:${port}`]));
    const known: Known = (type, id, attribute) =>
      type === 'google_cloudfunctions2_function' && attribute === 'service_config[0].uri'
        ? addresses.get(id)
        : undefined;
    const text = (written: string) => resolve(written, known);
    const callees = ready.map(({ id, name }) => ({ service: name, address: addresses.get(id)! }));
    const inNode = ready.find(({ runtime }) => runtime.startsWith('nodejs'))?.installed ?? '';
    events = await startEvents(rendered, known, callees, inNode);

    const firestorePort = await freePort();
    const firestore = databases.length > 0 ? keep(await startFirestore(firestorePort, databases, ready)) : undefined;
    // What a client finds out by itself on Google Cloud.
    const client = {
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${firestorePort}`,
      GOOGLE_CLOUD_PROJECT: project,
      METADATA_SERVER_DETECTION: 'none',
      ...events.env,
    };
    const started = new Map<string, Running>();
    for (const { id, port, code, entryPoint, environment, command, env } of ready) {
      const own = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, text(value)]));
      const given = {
        FUNCTION_TARGET: entryPoint,
        FUNCTION_SIGNATURE_TYPE: 'http',
        K_SERVICE: id,
        PORT: String(port),
      };
      const server = keep(start(command, { cwd: code, env: { ...env, ...client, ...given, ...own } }));
      started.set(id, server);
      await listening(port, server);
    }
    return {
      ask: (output, row) => {
        const at = outputs[output]!;
        return ask(
          at.includes('google_compute_global_address.') ? balanced(row, rendered, text, callees) : text(at),
          row,
        );
      },
      output: (name) => text(outputs[name]!),
      ...{ events, text, rendered, firestore: { port: firestorePort, folder: inNode } },
      logOf: (id) => started.get(id)!.soFar(),
      loseTables: async () => {
        firestore?.kill();
        await firestore?.ended;
        keep(await startFirestore(firestorePort, [], ready));
      },
      logged: (words) => Promise.any([...started.values()].map((server) => server.said(words))),
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Where the one load balancer of an example hands a request to. */
function balanced(
  { method, path = '/' }: Pick<Row, 'method' | 'path'>,
  { all }: Rendered,
  text: (written: string) => string,
  callees: readonly Callee[],
): string {
  const [[, map]] = all<UrlMap>('google_compute_url_map') as [[string, UrlMap]];
  const withId = <T extends object>(type: string, id: string): T =>
    all<T>(type).find(([name]) => text(`\${${type}.${name}.id}`) === id)![1];
  const backend = backendFor(map, method, path);
  if (backend === undefined) throw new Error(`nothing is routed for ${method} ${path}`);
  const { backend: groups } = withId<{ backend: [{ group: string }] }>('google_compute_backend_service', text(backend));
  const type = 'google_compute_region_network_endpoint_group';
  const { cloud_run: run } = withId<{ cloud_run: { service: string } }>(type, text(groups[0].group));
  return callees.find(({ service }) => service === text(run.service))!.address;
}

async function prepare(rendered: RenderedFunction, folder: string) {
  const framework = frameworkFor(rendered.runtime)!;
  const code = join(folder, rendered.id);
  unpack(rendered.archive, code);
  const installed = await framework.install(code);
  return { ...rendered, code, installed, port: await freePort(), ...framework.start(code, installed) };
}

/** Starts a stand-in of Firestore, by means of what one of the functions brings along for its client. */
async function startFirestore(
  port: number,
  databases: readonly string[],
  functions: readonly { readonly runtime: string; readonly installed: string }[],
): Promise<Running> {
  const user = functions.find(({ runtime }) => runtime.startsWith('nodejs'));
  if (user === undefined) throw new Error('only functions in Node bring along what Firestore is stood in for with');
  const program = ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(__dirname, 'firestore/main.ts')];
  const command = [process.execPath, ...program, String(port), user.installed, ...databases] as const;
  const running = start(command, { cwd: root });
  await running.said(/^listening$/m);
  return running;
}

/** Resolves when a process listens; fails if it ends before, or doesn't within a minute. */
async function listening(port: number, { ended }: Running): Promise<void> {
  let over: string | undefined;
  void ended.then(({ out, err }) => (over = `it ended:\n${out}${err}`));
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    if (over !== undefined) throw new Error(over);
    if (await accepts(port)) return;
  }
  throw new Error(`nothing listens on port ${port}`);
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => (socket.destroy(), resolve(true))).on('error', () => resolve(false));
  });
