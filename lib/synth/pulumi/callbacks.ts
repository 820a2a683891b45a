import { CallbacksClient } from '@pulumi/pulumi/proto/callback_grpc_pb';
import { CallbackInvokeRequest, type Callback } from '@pulumi/pulumi/proto/callback_pb';
import { loadGrpc } from './sdk';

/** A function of a program in this process, which answers a message with another one. */
export type LocalCallback = (message: Uint8Array) => Promise<{ serializeBinary(): Uint8Array }>;

/** Functions of a program that an engine calls, in the process of the program. */
export class Callbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  /** @param local finds a function of a program in this process; called through its server, it wouldn't know its program */
  constructor(private readonly local: (token: string) => LocalCallback | undefined = () => undefined) {}

  /**
   * Calls a function with a message, and returns its answer.
   * @throws Error with the program's own message if it fails
   */
  async run(callback: Callback, message: Uint8Array): Promise<Uint8Array> {
    const local = this.local(callback.getToken());
    if (local) return (await local(message)).serializeBinary();
    const request = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(message);
    return new Promise((answered, failed) => {
      this.clientAt(callback.getTarget()).invoke(request, (error, response) =>
        error ? failed(new Error(error.details, { cause: error })) : answered(response.getResponse_asU8()),
      );
    });
  }

  /** Closes the connections; the next call opens one again. */
  close(): void {
    for (const client of this.clients.values()) client.close();
    this.clients.clear();
  }

  private clientAt(address: string): CallbacksClient {
    const known = this.clients.get(address);
    if (known) return known;
    const options = { 'grpc.max_receive_message_length': 400 * 1024 * 1024 };
    const client = new CallbacksClient(address, loadGrpc().credentials.createInsecure(), options);
    this.clients.set(address, client);
    return client;
  }
}
