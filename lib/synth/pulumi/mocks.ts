import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { ResourceInvokeRequest } from '@pulumi/pulumi/proto/resource_pb';
import * as runtimeConfig from '@pulumi/pulumi/runtime/config';
import * as runtimeSettings from '@pulumi/pulumi/runtime/settings';
import * as runtimeState from '@pulumi/pulumi/runtime/state';
import type { KeepFile } from './asset';
import { directClient } from './client';
import { sendHints, type ResourceRuntime, type StateRuntime } from './computed';
import { Markers } from './marker';
import { features } from './features';
import { Monitor } from './monitor';
import { referencedConfig } from './program';
import { fromPulumi, toStruct } from './sdk';
import { settled } from './settled';
import { keepIn, keptPath, writeRecording } from '../recording-file';

/** The parts of the SDK's state that are used here. */
interface Store {
  readonly settings: {
    monitor: object | undefined;
    readonly options: { dryRun: boolean };
    readonly rpcDone: Promise<unknown>;
  };
  stackResource: unknown;
  supportsTransforms: boolean;
  supportsInvokeTransforms: boolean;
}

// Parts of the SDK that it keeps out of its declarations.
const { getStore } = runtimeState as unknown as { getStore: () => Store };
const resourceRuntime = fromPulumi('./runtime/resource') as ResourceRuntime;

/** The recorders behind the monitors that took the place of the SDK's own for mocks. */
const recorders = new WeakMap<object, MockRecorder>();
let isHinted = false;

/**
 * Mocks for `pulumi.runtime.setMocks` that record what a program registers. The SDK tells mocks neither parents nor
 * options, so with the first resource a monitor takes the place of the one that calls them.
 */
export class MockRecorder {
  private monitor?: Monitor;
  private readonly files = new Map<string, string>();

  constructor() {
    // A program may ask for its region before its first resource. The markers of the monitor will be the same.
    configure(new Markers());
    if (isHinted) return;
    isHinted = true;
    supportTransforms(getStore());
    // While a recorder's mocks are set, an architecture registers itself as it was written.
    const get = () => recorderOf(getStore()) !== undefined;
    Object.defineProperty(globalThis, Symbol.for('triptych.recorder'), { get, configurable: true });
    sendHints(resourceRuntime, runtimeState as unknown as StateRuntime, {
      applies: () => recorderOf(getStore()) !== undefined,
      made: (type, name) => recorderOf(getStore())?.monitor?.expect(type, name),
    });
  }

  /** The SDK's monitor never gets this far. */
  newResource(): never {
    throw new Error("resources can't be recorded: this copy of Pulumi's SDK isn't the one that triptych-iac loads");
  }

  /** Answers a question that the program asks a provider, also before its first resource. */
  async call({ token, inputs, provider }: Question): Promise<Record<string, unknown>> {
    const request = new ResourceInvokeRequest().setTok(token).setProvider(provider ?? '');
    request.setArgs(toStruct(inputs as Record<string, unknown>));
    const monitor = this.startIn(getStore());
    const response = await monitor.invoke(request);
    return (response.getReturn()?.toJavaScript() ?? {}) as Record<string, unknown>;
  }

  /** Puts the recording monitor in the place of the SDK's own for mocks. */
  startIn(store: Store): Monitor {
    if (this.monitor) return this.monitor;
    const keepFile: KeepFile = (file, sha256) => {
      this.files.set(file, sha256);
      return keptPath(file, sha256);
    };
    const [project, stack] = [runtimeSettings.getProject(), runtimeSettings.getStack()];
    this.monitor = new Monitor({ project, stack, folder: process.cwd(), keepFile });
    const client = directClient(this.monitor, Object.keys(ResourceMonitorService));
    recorders.set(client, this);
    store.settings.monitor = client;
    for (const feature of features)
      Object.assign(store, { [`supports${feature[0]!.toUpperCase()}${feature.slice(1)}`]: true });
    configure(this.monitor.markers);
    return this.monitor;
  }

  /**
   * Waits for the program, and writes what it registered so far, and its archives.
   * @throws Error if nothing was registered, or with every value that can't be recorded
   */
  async writeTo(folder: string): Promise<void> {
    await settled(getStore());
    this.monitor?.close();
    if (!this.monitor)
      throw new Error('nothing was registered: call setMocks with these mocks before the program is imported');
    writeRecording(folder, this.monitor.recording());
    for (const [file, sha256] of this.files) keepIn(folder)(file, sha256);
  }
}

/** A question that a program asks a provider. */
interface Question {
  readonly token: string;
  readonly inputs: object;
  readonly provider?: string;
}

/**
 * Makes a program's question whether it may register transforms start the recorder: the SDK's own monitor for mocks
 * can't take them, and a program registers them before its first resource.
 */
function supportTransforms(store: Store): void {
  for (const feature of ['supportsTransforms', 'supportsInvokeTransforms'] as const) {
    let isSupported = store[feature];
    const get = () => recorderOf(store) !== undefined || isSupported;
    Object.defineProperty(store, feature, { get, set: (value: boolean) => (isSupported = value), configurable: true });
  }
}

/** Sets the configuration that says where a program goes, which is recorded as references. */
function configure(markers: Markers): void {
  for (const [key, value] of Object.entries(referencedConfig(markers, {}))) runtimeConfig.setConfig(key, value);
}

/** The recorder that a store's monitor belongs to; it starts now if the monitor is still the SDK's own. */
function recorderOf(store: Store): MockRecorder | undefined {
  const { monitor } = store.settings;
  if (monitor === undefined) return undefined;
  const known = recorders.get(monitor);
  if (known !== undefined) return known;
  const { mocks } = monitor as { mocks?: unknown };
  if (!(mocks instanceof MockRecorder)) return undefined;
  mocks.startIn(store);
  return mocks;
}
