/*
 * For the code of functions with warming: answers warm-up calls. Imports nothing, so that the built file,
 * `dist/lib/warm.js`, can be copied into a function's own folder.
 */

/** Options for answering warm-up calls on Lambda. */
export interface WarmOptions {
  /**
   * The wait before a response, in milliseconds. Lambda starts another worker for a call only while all others are busy:
   * a worker that responded before the last call of the round arrived would also receive that call, and another worker
   * would go cold.
   * @default 75, or the number of calls in the round if that is more
   */
  readonly waitMilliseconds?: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- others would make callers say what their handlers take
type Handler = (...args: any[]) => unknown;

/** A warm-up call from the warmer. */
interface WarmUp {
  readonly warmer: true;
  /** The number of concurrent calls in the round. */
  readonly concurrency: number;
}

/** The stream for the response of a streaming handler. */
interface ResponseStream {
  end(text: string): unknown;
}

/** The part of Lambda's context that identifies a worker. */
interface Context {
  readonly logStreamName: string;
}

/**
 * Wraps a Lambda handler: answers warm-up calls, `{ "warmer": true, "concurrency": N }`, and passes all others to
 * `handler`. The handler may return a promise, use a callback, or stream its response; `awslambda.streamifyResponse` may
 * wrap it before or after this function.
 */
export function warm<H extends Handler>(handler: H, options: WarmOptions = {}): H {
  const warmed: Handler = (event: unknown, ...others: unknown[]) =>
    isWarmUp(event) ? answer(event, others, options) : handler(event, ...others);
  // Lambda tells handlers apart by the number of parameters, and by what `awslambda.streamifyResponse` marks them with.
  return Object.assign(Object.defineProperty(warmed, 'length', { value: handler.length }), handler) as H;
}

const isWarmUp = (event: unknown): event is WarmUp => (event as WarmUp | null | undefined)?.warmer === true;

const leastWaitMilliseconds = 75;

async function answer(
  { concurrency }: WarmUp,
  others: readonly unknown[],
  { waitMilliseconds = Math.max(leastWaitMilliseconds, concurrency) }: WarmOptions,
): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
  const stream = isStream(others[0]) ? others[0] : undefined;
  const { logStreamName } = others[stream ? 1 : 0] as Context;
  // A worker writes to a log stream of its own, which tells it from the others.
  const instance = { warmer: true, instance: logStreamName };
  if (!stream) return instance;
  stream.end(JSON.stringify(instance));
  return undefined;
}

const isStream = (value: unknown): value is ResponseStream => typeof (value as ResponseStream).end === 'function';

/** The part of a request that identifies a warm-up call. */
interface HttpRequest {
  readonly url?: string;
}

/** The part of a response that answers one. */
interface HttpResponse {
  statusCode: number;
  end(): unknown;
}

/**
 * Wraps an HTTP handler for Google Cloud: answers warm-up calls, requests to `/warm`, with status 200, and passes all
 * others to `handler`, a function of a request and a response, such as an Express app. It doesn't wait, since Cloud
 * Scheduler sends one call at a time.
 */
export function warmHttp<H extends Handler>(handler: H): H {
  const warmed: Handler = (request: HttpRequest, response: HttpResponse, ...others: unknown[]) => {
    if (request.url?.split('?')[0] !== '/warm') return handler(request, response, ...others);
    response.statusCode = 200;
    return response.end();
  };
  return warmed as H;
}
