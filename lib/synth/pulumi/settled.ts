import * as runtimeSettings from '@pulumi/pulumi/runtime/settings';

// A part of the SDK that it keeps out of its declarations.
const { waitForRPCs } = runtimeSettings as unknown as { waitForRPCs: () => Promise<void> };

/** Waits until nothing is on its way to the monitor, and no callback makes anything new. */
export async function settled(store: { readonly settings: { readonly rpcDone: Promise<unknown> } }): Promise<void> {
  let seen: unknown;
  while (seen !== store.settings.rpcDone) {
    await waitForRPCs();
    seen = store.settings.rpcDone;
    await turns(2);
  }
}

/** Waits for callbacks that are due. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
