import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import * as runtimeConfig from '@pulumi/pulumi/runtime/config';
import * as runtimeStack from '@pulumi/pulumi/runtime/stack';
import * as runtimeState from '@pulumi/pulumi/runtime/state';
import type { LocalCallback } from './callbacks';
import { directClient } from './client';
import { sendHints, type ResourceRuntime, type StateRuntime } from './computed';
import { Engine } from './engine';
import { Monitor } from './monitor';
import { defaultTimeoutSeconds, referencedConfig, type ProgramOptions } from './program';
import type { Recording } from './recording';
import { fromPulumi } from './sdk';
import { askForOutputs, type OutputRuntime, type StackReferences } from './stack-output';
import { settled, turns } from './settled';

/** Options for recording a program in this process. */
export interface InProcessOptions extends ProgramOptions {
  readonly project: string;
  /**
   * Texts that are known to be the program's own.
   * @default none
   */
  readonly ownTexts?: string;
}

/** The parts of the SDK's state for one program that are used here. */
interface Store {
  readonly settings: {
    readonly options: object;
    monitor: unknown;
    engine: unknown;
    readonly rpcDone: Promise<unknown>;
  };
  stackResource: unknown;
  readonly callbacks?: Callbacks;
}

/** The server through which hooks and transforms are called back. */
interface Callbacks {
  readonly _target: Promise<unknown>;
  readonly _callbacks?: ReadonlyMap<string, LocalCallback>;
  awaitStackRegistrations(): Promise<void>;
  shutdown(): void;
}

// Parts of the SDK that it keeps out of its declarations. Pulumi's Automation API runs inline programs with them.
const { getStore, getLocalStore, withLocalStorage } = runtimeState as unknown as {
  getStore: () => Store;
  getLocalStore: () => Store | undefined;
  withLocalStorage: <T>(run: () => Promise<T>) => Promise<T>;
};
// Loaded as Node loads it: a namespace import is a copy, and nothing calls functions that are wrapped in a copy.
const resourceRuntime = fromPulumi('./runtime/resource') as ResourceRuntime;

/** A program; what it returns, or promises, are its stack's outputs. */
export type Program = () => unknown;

let previous: Promise<unknown> = Promise.resolve();

/**
 * Runs a Pulumi program in this process, deploys nothing, and returns what it registered. Programs run one after
 * another: errors that no promise holds couldn't be told apart.
 *
 * @throws Error as the program threw it, or with every value that can't be recorded
 */
export function recordInProcess(program: Program, options: InProcessOptions): Promise<Recording> {
  const recording = previous.then(() => record(program, options));
  previous = recording.catch(() => undefined);
  return recording;
}

async function record(program: Program, options: InProcessOptions): Promise<Recording> {
  const { project, stack, keepFile, answers, outputs, ownTexts } = options;
  const callbackOf = (token: string) => getStore().callbacks?._callbacks?.get(token);
  const given = { project, stack, keepFile, answers, outputs, ownTexts };
  const monitor = new Monitor({ ...given, folder: process.cwd(), callbackOf });
  const engine = new Engine();
  const { stackResource } = globalThis;
  try {
    await withLocalStorage(() => runProgram(program, monitor, engine, options));
  } catch (error) {
    // What couldn't be recorded comes first: the program may have failed for it.
    if (monitor.failures.length === 0) throw error;
  } finally {
    monitor.close();
    globalThis.stackResource = stackResource;
  }
  if (engine.errors.length && !monitor.failures.length) throw new Error(engine.errors.join('\n'));
  return monitor.recording();
}

async function runProgram(
  program: Program,
  monitor: Monitor,
  engine: Engine,
  options: InProcessOptions,
): Promise<void> {
  const store = getStore();
  const { project, stack, config, timeoutSeconds = defaultTimeoutSeconds } = options;
  const addresses = { monitorAddr: undefined, engineAddr: undefined, syncDir: undefined };
  Object.assign(store.settings.options, {
    ...addresses,
    project,
    stack,
    dryRun: true,
    parallel: 16,
    organization: 'organization',
  });
  store.settings.monitor = directClient(monitor, Object.keys(ResourceMonitorService));
  store.settings.engine = directClient(engine, Object.keys(EngineService));
  runtimeConfig.setAllConfig({ ...config, ...referencedConfig(monitor.markers, options) });

  const restore = sendHints(resourceRuntime, runtimeState as unknown as StateRuntime, {
    applies: () => getLocalStore() === store,
    made: (type, name) => monitor.expect(type, name),
  });
  const restoreReferences = askForOutputs(fromPulumi('./stackReference') as StackReferences, {
    ...(fromPulumi('./output') as Pick<OutputRuntime, 'all'>),
    ...(fromPulumi('./runtime/invoke') as Pick<OutputRuntime, 'invoke'>),
  });
  const watch = watchProcess(timeoutSeconds);
  try {
    await Promise.race([runInStack(program, store), watch.failed]);
  } catch (error) {
    // The SDK ties the failed promise to the error, which would keep everything behind it alive and print it.
    if (error instanceof Error) delete (error as { promise?: unknown }).promise;
    await turns(3);
    throw error;
  } finally {
    watch.stop();
    restore();
    restoreReferences();
    await stopCallbacks(store.callbacks);
  }
}

/** A program's error doesn't go through the SDK, which would reject promises that can't be handled. */
async function runInStack(program: Program, store: Store): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const run = async () => {
    try {
      return await program();
    } catch (error) {
      failure = { error };
      return undefined;
    }
  };
  await runtimeStack.runInPulumiStack(run);
  if (failure) throw failure.error;
  await settled(store);
}

/** A server that was stopped before it ran would be looked for again and again, and the process would never end. */
async function stopCallbacks(callbacks: Callbacks | undefined): Promise<void> {
  if (!callbacks) return;
  await Promise.allSettled([callbacks._target, callbacks.awaitStackRegistrations()]);
  callbacks.shutdown();
}

/** Errors that surface outside of every promise the program returns, which in Pulumi is where most of them do. */
function watchProcess(timeoutSeconds: number): { failed: Promise<never>; stop: () => void } {
  let fail!: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  const late = () => fail(new Error(`the program didn't end within ${timeoutSeconds} s; does it wait for itself?`));
  const timer = setTimeout(late, timeoutSeconds * 1000);
  const stop = () => {
    clearTimeout(timer);
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  };
  return { failed, stop };
}
