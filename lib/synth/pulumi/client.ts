type Handler = (this: object, request: never) => unknown;
type Callback = (error: Error | null, response?: unknown) => void;

/** The handlers of a service, as the SDK's own client for that service shows them, without a server between. */
export function directClient(service: object, names: readonly string[]): object {
  const calls = names.map((name) => {
    const call = (request: never, ...rest: unknown[]) => {
      const callback = rest.at(-1) as Callback;
      void Promise.resolve()
        .then(() => answerCall(service, name, request))
        .then(
          (response) => callback(null, response),
          (error: Error) => callback(Object.assign(error, { code: 2, details: error.message })),
        );
    };
    return [name, call];
  });
  return { ...Object.fromEntries(calls), close: () => undefined };
}

/**
 * Calls a handler of a service and returns its response.
 * @throws Error where it has no such handler
 */
export function answerCall(service: object, name: string, request: never): unknown {
  const handle = (service as Record<string, Handler | undefined>)[name];
  if (!handle) throw new Error(`${name}: the recorder can't answer this call of Pulumi's SDK`);
  return handle.call(service, request);
}
