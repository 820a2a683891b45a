import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { namesIn } from '../lib/archive/zip';
import { warmerArchive, warmerFolder } from '../lib/archive/warmer';
import { warm } from '../lib/warm';

// The warmer in a process of its own, with the SDK of Lambda's runtime, against an endpoint that speaks as Lambda does.

const alias = 'arn:aws:lambda:eu-central-1:123456789012:function:count:live';

interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly payload: unknown;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

interface Round {
  readonly calls: readonly Call[];
  /** What the warmer logged; undefined for nothing. */
  readonly report?: Record<string, unknown>;
  /** What it threw; undefined if it succeeded. */
  readonly error?: string;
}

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** A Lambda that answers each call with what `answer` promises; with none where that is undefined. */
async function lambda(answer: (call: Call, index: number) => Promise<Answer | undefined>) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const payload: unknown = JSON.parse(await text(request));
    const call = { path: request.url!, headers: request.headers, payload };
    const answered = await answer(call, calls.push(call) - 1);
    if (!answered) return;
    const { status = 200, headers, body } = answered;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { calls, port: (server.address() as AddressInfo).port };
}

const script = `
  const { handler } = await import(process.argv[1]);
  const { event, milliseconds } = JSON.parse(process.argv[2]);
  try {
    await handler(event, { getRemainingTimeInMillis: () => milliseconds });
  } catch (error) {
    console.error(error.message);
  }
`;

/** Runs the warmer once; it has so many milliseconds. */
function run(event: unknown, port: number, milliseconds = 60_000): Promise<Omit<Round, 'calls'>> {
  const code = pathToFileURL(join(warmerFolder, 'index.mjs')).href;
  const args = ['--no-warnings', '--input-type=module', '-e', script, code, JSON.stringify({ event, milliseconds })];
  const env = {
    PATH: process.env['PATH'],
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${port}`,
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env }, (failure, stdout, stderr) => {
      if (failure) reject(failure);
      else resolve({ ...(stdout && { report: JSON.parse(stdout) }), ...(stderr && { error: stderr.trim() }) });
    });
  });
}

/** A round of warm-up calls of which none is answered before the last is there. */
async function round(instances: number, answer: (index: number) => Answer | undefined, time?: number): Promise<Round> {
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  const { calls, port } = await lambda(async (_, index) => {
    if (index + 1 === instances) open();
    await all;
    return answer(index);
  });
  return { calls, ...(await run({ alias, instances }, port, time)) };
}

const from = (instance: string): Answer => ({ body: JSON.stringify({ warmer: true, instance }) });
const throttled: Answer = {
  status: 429,
  headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
  body: '{"Type":"User","message":"Rate Exceeded."}',
};
const thrown = (error: object): Answer => ({
  headers: { 'x-amz-function-error': 'Unhandled' },
  body: JSON.stringify(error),
});

describe('the warmer', () => {
  test('warmer: invokes the alias and waits for its answers', async () => {
    const { calls, report, error } = await round(3, (index) => from(`worker-${index}`));
    expect(error).toBeUndefined();
    for (const { path, headers, payload } of calls) {
      expect(path).toBe(`/2015-03-31/functions/${encodeURIComponent(alias)}/invocations`);
      expect(headers).toMatchObject({ 'x-amz-invocation-type': 'RequestResponse' });
      expect(payload).toEqual({ warmer: true, concurrency: 3 });
    }
    expect(report).toEqual({
      alias,
      invocations: 3,
      instances: 3,
      unknown: 0,
      failed: 0,
      reasons: {},
      milliseconds: expect.any(Number),
    });
  });

  test('warmer: makes all calls concurrently', async () => {
    const { report, error } = await round(120, (index) => from(`worker-${index}`));
    expect(error).toBeUndefined();
    expect(report).toMatchObject({ invocations: 120, instances: 120 });
  });

  test('warmer: counts each worker once', async () => {
    const { report } = await round(4, (index) => from(`worker-${index % 2}`));
    expect(report).toMatchObject({ instances: 2, unknown: 0, failed: 0 });
  });

  test("takes any answer of code that doesn't know warm-up calls", async () => {
    const answers = ['', 'hello', 'null', '"hello"', '{"statusCode":404}', '{"warmer":true}', '{"instance":"a"}'];
    const { report, error } = await round(answers.length, (index) => ({ body: answers[index]! }));
    expect(error).toBeUndefined();
    expect(report).toMatchObject({ invocations: 7, instances: 0, unknown: 7, failed: 0 });
  });

  test('warmer: keeps the requested number of workers warm', async () => {
    const free: string[] = [];
    let workers = 0;
    const handler = warm(async () => 'something else', { waitMilliseconds: 2_000 });
    // As Lambda does: a call gets a worker that is free, and where there is none, a new one.
    const { port } = await lambda(async ({ payload }) => {
      const logStreamName = free.pop() ?? `worker-${++workers}`;
      const answer = await (handler as (...args: unknown[]) => unknown)(payload, { logStreamName });
      free.push(logStreamName);
      return { body: JSON.stringify(answer) };
    });
    for (const _ of ['when cold', 'when warm']) {
      const { report } = await run({ alias, instances: 10 }, port);
      expect(report).toMatchObject({ instances: 10, unknown: 0, failed: 0 });
    }
    expect(workers).toBe(10);
  });

  test('warmer: fails on a refused call, without a retry', async () => {
    const { calls, report, error } = await round(5, (index) => (index < 2 ? throttled : from(`worker-${index}`)));
    expect(calls).toHaveLength(5);
    const reasons = { 'TooManyRequestsException: Rate Exceeded.': 2 };
    expect(report).toMatchObject({ invocations: 5, instances: 3, failed: 2, reasons });
    expect(error).toBe(`${alias}: 2 of 5 warm-up calls failed (2 × TooManyRequestsException: Rate Exceeded.)`);
  });

  test('warmer: fails if the function threw', async () => {
    const answers = [
      thrown({ errorType: 'TypeError', errorMessage: 'no such thing' }),
      thrown({
        errorType: 'Sandbox.Timedout',
        errorMessage: 'RequestId: 1f-0a Error: Task timed out after 3.00 seconds',
      }),
      thrown({
        errorType: 'Sandbox.Timedout',
        errorMessage: 'RequestId: 2f-0b Error: Task timed out after 3.00 seconds',
      }),
      thrown({}),
    ];
    const { report, error } = await round(4, (index) => answers[index]);
    expect(report).toMatchObject({
      failed: 4,
      reasons: {
        'TypeError: no such thing': 1,
        'Sandbox.Timedout: Error: Task timed out after 3.00 seconds': 2,
        'Unhandled: no message': 1,
      },
    });
    expect(error).toMatch(/4 of 4 warm-up calls failed/);
  });

  test('warmer: fails before its own timeout if an answer takes too long', async () => {
    const { report, error } = await round(3, (index) => (index === 0 ? undefined : from(`worker-${index}`)), 3_000);
    expect(report).toMatchObject({ instances: 2, failed: 1, reasons: { 'no answer within 2 s': 1 } });
    expect(error).toMatch(/1 of 3 warm-up calls failed/);
  });

  test('warmer: fails without an endpoint', async () => {
    const { port } = await lambda(async () => undefined);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    const { report, error } = await run({ alias, instances: 2 }, port);
    expect(report).toMatchObject({ failed: 2 });
    expect(error).toMatch(/2 of 2 warm-up calls failed \(2 × Error: connect ECONNREFUSED/);
  });

  test('warmer: fails with the first reasons if there are many', async () => {
    const answer = (index: number) => thrown({ errorType: 'Error', errorMessage: `${index} ${'x'.repeat(500)}` });
    const { report, error } = await round(15, answer);
    const reasons = report!['reasons'] as Record<string, number>;
    expect(Object.keys(reasons)).toHaveLength(11);
    expect(reasons['other reasons']).toBe(5);
    expect(error!.length).toBeLessThan(4_000);
  });

  test.each([
    [null, "alias: must be the ARN of a function's alias, got undefined"],
    [{ alias: 'count', instances: 1 }, 'alias: must be the ARN of a function\'s alias, got "count"'],
    [{ alias: alias.replace(':live', ''), instances: 1 }, /^alias: must be the ARN/],
    [{ alias }, 'instances: must be a whole number from 1 to 1000, got undefined'],
    [{ alias, instances: 0 }, /got 0$/],
    [{ alias, instances: 1_001 }, /got 1001$/],
    [{ alias, instances: 1.5 }, /got 1\.5$/],
    [{ alias, instances: '3' }, /got "3"$/],
  ])('fails for %j, and calls nobody', async (event, message) => {
    const { calls, port } = await lambda(async () => from('worker'));
    const { report, error } = await run(event, port);
    expect(report).toBeUndefined();
    expect(error).toMatch(message);
    expect(calls).toEqual([]);
  });

  test('warmer: its archive contains the file unchanged', () => {
    expect(namesIn(readFileSync(warmerArchive().path))).toEqual(['index.mjs']);
  });
});
