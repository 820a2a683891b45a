import type * as grpc from '@grpc/grpc-js';
import { loadGrpc } from '../../../lib/synth/pulumi/sdk';

/** A call that a server answers. */
export interface Call {
  /** Ends when whoever called has gone. */
  readonly gone: AbortSignal;
}

/** Answers one method of a service, or fails with the message that its caller shows to people. */
export type Handler = (request: never, call: Call) => unknown;

/** A service that listens on a port of this machine that only it can reach. */
export interface Served {
  readonly port: number;
  stop(): void;
}

/** Serves some methods of a service; a caller is told of the others that they aren't implemented. */
export async function serve(
  definition: grpc.ServiceDefinition,
  handlers: Readonly<Record<string, Handler>>,
): Promise<Served> {
  const { Server, ServerCredentials } = loadGrpc();
  const server = new Server({ 'grpc.max_receive_message_length': 400 * 1024 * 1024 });
  server.addService(definition, Object.fromEntries(Object.entries(handlers).map(([name, one]) => [name, unary(one)])));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, stop: () => server.forceShutdown() };
}

const unary =
  (handler: Handler): grpc.handleUnaryCall<unknown, unknown> =>
  (call, callback) => {
    const gone = new AbortController();
    call.on('cancelled', () => gone.abort());
    Promise.resolve()
      .then(() => handler(call.request as never, { gone: gone.signal }))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback({ code: loadGrpc().status.UNKNOWN, details: error.message }),
      );
  };
