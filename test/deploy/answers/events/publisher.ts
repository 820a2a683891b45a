import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Call, Done, Grpc, ProtoLoader } from '../firestore/grpc';
import type { PubSub } from './pubsub';

interface Publish {
  readonly topic: string;
  readonly messages: readonly { readonly data?: Uint8Array; readonly attributes?: Readonly<Record<string, string>> }[];
}

interface Service {
  readonly google: { readonly pubsub: { readonly v1: { readonly Publisher: { readonly service: unknown } } } };
}

/**
 * Takes what clients publish, over gRPC: clients go where `PUBSUB_EMULATOR_HOST` says.
 *
 * @param folder one with `@google-cloud/pubsub` in its `node_modules`, which brings all along that it takes
 * @returns what ends it
 */
export async function servePublisher(port: number, folder: string, pubsub: PubSub): Promise<() => void> {
  const load = createRequire(join(folder, 'node_modules/'));
  const grpc = load('@grpc/grpc-js') as Grpc;
  const { loadSync } = load('@grpc/proto-loader') as ProtoLoader;
  const includeDirs = ['@google-cloud/pubsub', 'google-gax'].map((name) =>
    join(folder, 'node_modules', name, 'build/protos'),
  );
  const loaded = loadSync('google/pubsub/v1/pubsub.proto', { includeDirs, longs: Number, oneofs: false });
  const { Publisher } = (grpc.loadPackageDefinition(loaded) as unknown as Service).google.pubsub.v1;
  const server = new grpc.Server();
  server.addService(Publisher.service, {
    publish: ({ request: { topic, messages } }: Call<Publish>, done: Done<object>) => {
      const messageIds = messages.map(({ data = new Uint8Array(), attributes = {} }) =>
        pubsub.publish(topic, { data: Buffer.from(data), attributes }),
      );
      if (!messageIds.includes(undefined)) return done(null, { messageIds });
      done(Object.assign(new Error(`Resource not found (resource=${topic})`), { code: 5 }));
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    );
  });
  return () => server.forceShutdown();
}
