import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../projects/run';
import type { Case } from '../cases';
import { freePort, start, type Running } from '../command';
import { ask } from './ask';
import { frameworkFor } from './frameworks';
import { render, unpack, type RenderedFunction } from './rendered';
import type { Served } from './served';

/**
 * Starts an example's functions as Cloud Functions does: from the archives that Triptych renders for Google Cloud, with
 * the environment that it renders, on Google's own frameworks.
 *
 * @param folder where everything is written to
 */
export async function serve(one: Case, folder: string): Promise<Served> {
  const running: Running[] = [];
  const keep = (one: Running) => (running.push(one), one);
  const end = () => running.forEach((one) => one.kill());
  try {
    const { functions, databases, outputs, resolve } = await render(one, join(folder, 'rendered'));
    const ready = await Promise.all(functions.map((rendered) => prepare(rendered, folder)));
    const addresses = new Map(ready.map(({ id, port }) => [id, `http://127.0.0.1:${port}`]));
    const text = (written: string) =>
      resolve(written, (type, id, attribute) =>
        type === 'google_cloudfunctions2_function' && attribute === 'url' ? addresses.get(id) : undefined,
      );

    const firestorePort = await freePort();
    const firestore = databases.length > 0 ? keep(await startFirestore(firestorePort, databases, ready)) : undefined;
    // What a client finds out by itself on Google Cloud.
    const client = {
      FIRESTORE_EMULATOR_HOST: `127.0.0.1:${firestorePort}`,
      GOOGLE_CLOUD_PROJECT: 'project',
      METADATA_SERVER_DETECTION: 'none',
    };
    const started: Running[] = [];
    for (const { id, port, code, entryPoint, environment, command, env } of ready) {
      const own = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, text(value)]));
      const given = {
        FUNCTION_TARGET: entryPoint,
        FUNCTION_SIGNATURE_TYPE: 'http',
        K_SERVICE: id,
        PORT: String(port),
      };
      const server = keep(start(command, { cwd: code, env: { ...env, ...client, ...given, ...own } }));
      started.push(server);
      await listening(port, server);
    }
    return {
      ask: (output, row) => ask(text(outputs[output]!), row),
      loseTables: async () => {
        firestore?.kill();
        await firestore?.ended;
        keep(await startFirestore(firestorePort, [], ready));
      },
      logged: (words) => Promise.any(started.map((server) => server.said(words))),
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
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
