import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { warm, warmHttp } from '../lib/warm';

const call = { warmer: true, concurrency: 3 };
const context = { logStreamName: '2025/01/31/[7]0f1e2d3c' };
const answer = { warmer: true, instance: '2025/01/31/[7]0f1e2d3c' };

/** What Lambda calls, whatever the handler says of itself. */
type Call = (...args: unknown[]) => unknown;
const atOnce = { waitMilliseconds: 0 };

/** Where a streaming handler writes to. */
const stream = () => {
  const written: string[] = [];
  return { written, end: (text: string) => written.push(text) };
};

describe('on Lambda', () => {
  test('warm: answers a warm-up call before the handler', async () => {
    const handler = jest.fn();
    await expect((warm(handler, atOnce) as Call)(call, context)).resolves.toEqual(answer);
    expect(handler).not.toHaveBeenCalled();
  });

  test.each([[{ warmer: 'true' }], [{ body: '{"warmer":true}' }], [[]], ['warmer'], [null], [undefined]])(
    'a handler sees %j, and what it returns is the answer',
    async (event) => {
      const handler = jest.fn(async () => 'mine');
      await expect((warm(handler) as Call)(event, context)).resolves.toBe('mine');
      expect(handler).toHaveBeenCalledWith(event, context);
    },
  );

  test('warm: accepts a handler with a callback', async () => {
    const handler = warm((_event: unknown, _context: unknown, callback: (error: null, answer: string) => void) => {
      callback(null, 'mine');
    }, atOnce);
    // Lambda tells by this that it takes one.
    expect(handler).toHaveLength(3);
    const callback = jest.fn();
    expect((handler as Call)({}, context, callback)).toBeUndefined();
    expect(callback).toHaveBeenCalledWith(null, 'mine');
    await expect((handler as Call)(call, context, callback)).resolves.toEqual(answer);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('warm: accepts a handler that streams its response', async () => {
    const marked = Symbol.for('aws.lambda.runtime.handler.streaming');
    const streaming = async (_event: unknown, to: { end(text: string): unknown }) => void to.end('mine');
    const handler = warm(Object.assign(streaming, { [marked]: 'response' }), atOnce);
    expect(handler).toHaveProperty([marked], 'response');
    const [mine, warmed] = [stream(), stream()];
    await (handler as Call)({}, mine, context);
    await expect((handler as Call)(call, warmed, context)).resolves.toBeUndefined();
    expect(mine.written).toEqual(['mine']);
    expect(warmed.written.map((text) => JSON.parse(text) as unknown)).toEqual([answer]);
  });

  test.each([
    ['75 ms', 3, {}, 75],
    ['a millisecond for each call of a large pool', 200, {}, 200],
    ['as long as it is told', 200, { waitMilliseconds: 20 }, 20],
  ])('an answer waits %s', async (_, concurrency, options, milliseconds) => {
    jest.useFakeTimers();
    try {
      const answered = jest.fn();
      void ((warm(jest.fn(), options) as Call)({ warmer: true, concurrency }, context) as Promise<void>).then(answered);
      await jest.advanceTimersByTimeAsync(milliseconds - 1);
      expect(answered).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      expect(answered).toHaveBeenCalledWith(answer);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('on Google Cloud', () => {
  const handler = jest.fn((_: IncomingMessage, response: ServerResponse) => void response.end('mine'));
  const server = createServer(warmHttp(handler));
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
    return [response.status, await response.text()];
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => server.close());
  beforeEach(() => handler.mockClear());

  test.each([
    ['/warm', {}],
    ['/warm', { method: 'POST', body: '{}' }],
    ['/warm?now', {}],
  ])('a handler never sees %s %j', async (path, init) => {
    expect(await ask(path, init)).toEqual([200, '']);
    expect(handler).not.toHaveBeenCalled();
  });

  test.each(['/', '/warm/', '/warmer', '/a/warm', '/?/warm'])('a handler sees %s', async (path) => {
    expect(await ask(path)).toEqual([200, 'mine']);
  });
});
