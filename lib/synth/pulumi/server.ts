import type * as grpc from '@grpc/grpc-js';
import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { answerCall } from './client';
import type { Engine } from './engine';
import type { Monitor } from './monitor';
import { loadGrpc } from './sdk';

/** A monitor and an engine that programs in other processes reach. */
export interface Served {
  readonly address: string;
  stop(): void;
}

/** Serves a monitor and an engine on a port of this machine that only it can reach. */
export async function serve(monitor: Monitor, engine: Engine): Promise<Served> {
  const { Server, ServerCredentials } = loadGrpc();
  const server = new Server({ 'grpc.max_receive_message_length': 400 * 1024 * 1024 });
  server.addService(ResourceMonitorService, handlers(ResourceMonitorService, monitor));
  server.addService(EngineService, handlers(EngineService, engine));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, stop: () => server.forceShutdown() };
}

function handlers(definition: object, service: object): grpc.UntypedServiceImplementation {
  const calls = Object.keys(definition).map((name) => {
    const handle: grpc.handleUnaryCall<unknown, unknown> = ({ request }, callback) => {
      void Promise.resolve()
        .then(() => answerCall(service, name, request as never))
        .then(
          (response) => callback(null, response),
          (error: Error) => callback({ code: 2, details: error.message }),
        );
    };
    return [name, handle] as const;
  });
  return Object.fromEntries(calls);
}
