/* As much of @grpc/grpc-js and @grpc/proto-loader as the stand-in uses: both come with the client of Firestore. */

export interface Grpc {
  readonly Server: new () => {
    addService(service: unknown, methods: object): void;
    forceShutdown(): void;
    bindAsync(address: string, credentials: unknown, done: (error: Error | null) => void): void;
  };
  readonly ServerCredentials: { createInsecure(): unknown };
  loadPackageDefinition(definition: unknown): {
    readonly google: { readonly firestore: { readonly v1: { readonly Firestore: { readonly service: unknown } } } };
  };
}

export interface ProtoLoader {
  loadSync(
    file: string,
    options: { readonly includeDirs: readonly string[]; readonly longs: NumberConstructor; readonly oneofs: boolean },
  ): unknown;
}

/** A request that is answered once. */
export interface Call<Request> {
  readonly request: Request;
}

/** Takes the answer, or why there is none. */
export type Done<Response> = (error: Error | null, response?: Response) => void;

/** A request that is answered by a stream. */
export interface Stream<Request> extends Call<Request> {
  write(response: object): void;
  end(): void;
  emit(event: 'error', error: unknown): void;
}
