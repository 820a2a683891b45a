/*
 * For the code of functions that an architecture warms: answers the calls that only keep a worker warm. Imports
 * nothing, so that what it is built to, `dist/lib/warm.js`, can be copied into a function's own folder as well.
 */

/** How warm-up calls are answered on Lambda. */
export interface WarmOptions {
  /**
   * How long an answer waits, in milliseconds. Lambda gives a call a worker of its own only while all others are busy:
   * one that answered before the round's last call arrived would be given that one too, and a worker go cold.
   * @default 75, or as many as the round has calls where that is more
   */
  readonly waitMilliseconds?: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- others would make callers say what their handlers take
type Handler = (...args: any[]) => unknown;

/** What the warmer sends. */
interface WarmUp {
  readonly warmer: true;
  /** How many such calls it sends at once. */
  readonly concurrency: number;
}

/** Where a streaming handler writes its answer. */
interface ResponseStream {
  end(text: string): unknown;
}

/** The part of Lambda's context that is of use here. */
interface Context {
  readonly logStreamName: string;
}

/**
 * A handler for Lambda that answers warm-up calls, `{ "warmer": true, "concurrency": N }`, and leaves all others to
 * `handler`. That may be of any kind: it may return a promise, take a callback, or stream its response, whether it is
 * given to `awslambda.streamifyResponse` or what this returns is.
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

/** What of a request tells whether it is a warm-up call. */
interface HttpRequest {
  readonly url?: string;
}

/** What of a response is needed to answer one. */
interface HttpResponse {
  statusCode: number;
  end(): unknown;
}

/**
 * An HTTP handler for Google Cloud that answers warm-up calls, requests for `/warm`, with status 200, and leaves all
 * others to `handler`: a function of a request and a response, such as an Express app. It doesn't wait, since
 * Cloud Scheduler sends one call at a time.
 */
export function warmHttp<H extends Handler>(handler: H): H {
  const warmed: Handler = (request: HttpRequest, response: HttpResponse, ...others: unknown[]) => {
    if (request.url?.split('?')[0] !== '/warm') return handler(request, response, ...others);
    response.statusCode = 200;
    return response.end();
  };
  return warmed as H;
}
