import { createRequire } from 'node:module';
import type * as grpc from '@grpc/grpc-js';
import type { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { JavaScriptValue, Struct } from 'google-protobuf/google/protobuf/struct_pb';

/** Loads a module from where Pulumi's SDK is: what the SDK depends on needn't be installed beside this package. */
export const fromPulumi: (module: string) => unknown = createRequire(require.resolve('@pulumi/pulumi/package.json'));

const structs = fromPulumi('google-protobuf/google/protobuf/struct_pb') as { Struct: typeof Struct };
const empties = fromPulumi('google-protobuf/google/protobuf/empty_pb') as { Empty: typeof Empty };

/** A map in the form of Pulumi's messages. */
export function toStruct(map: Readonly<Record<string, unknown>>): Struct {
  return structs.Struct.fromJavaScript(map as Record<string, JavaScriptValue>);
}

/** The answer that says nothing. */
export function empty(): Empty {
  return new empties.Empty();
}

/** The gRPC library that Pulumi's SDK uses; loaded only where a server is needed. */
export function loadGrpc(): typeof grpc {
  return fromPulumi('@grpc/grpc-js') as typeof grpc;
}
