import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { lacking, python } from '../../scripts/tool';
import type { Row } from '../deploy/requests';
import { skipped } from '../skipped';

/* What the functions in Node do, on both clouds, with their SDKs stood in for; and the tests of those in Python. */

const folder = join(__dirname, '../../examples/orders');
const rows = JSON.parse(readFileSync(join(folder, 'requests.json'), 'utf8')) as readonly Row[];

type Request = Omit<Row, 'status' | 'answer'>;

interface Order {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  readonly status: string;
  readonly signature?: string;
}

/** An answer, whichever cloud gave it. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** What a cloud's services hold, and what of its SDK was loaded. */
interface Held {
  readonly orders: Map<string, Order>;
  readonly jobs: unknown[];
  readonly files: Map<string, string>;
  readonly loaded: Set<string>;
  /** Has the queue refuse what is sent. */
  queueClosed: boolean;
}

/** One cloud's ways in. */
interface Ways {
  readonly ask: (request: Request) => Promise<Answer>;
  /** Calls as the schedule does; rejects where the cloud sees a failure. */
  readonly report: (input: unknown) => Promise<unknown>;
  /** Brings an event as the topic does; rejects where the cloud sees a failure. */
  readonly notify: (event: string) => Promise<unknown>;
}

const environment: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Lambda: {
    ORDERS_TABLE: 'the-orders',
    JOBS_QUEUE: 'https://sqs.eu-central-1.amazonaws.com/123456789012/jobs',
    REPORTS_BUCKET: 'the-reports',
  },
  'Cloud Functions': {
    ORDERS_TABLE: 'the-orders',
    JOBS_QUEUE: 'https://pubsub.googleapis.com/v1/projects/p/topics/jobs',
    REPORTS_BUCKET: 'the-reports',
  },
};

const bytesOf = ({ body = '', bodyBase64 }: Request): Buffer =>
  bodyBase64 === undefined ? Buffer.from(body) : Buffer.from(bodyBase64, 'base64');

/** A part of an SDK: what it holds, and that it was loaded. */
function part({ loaded }: Held, name: string, make: () => object): void {
  jest.doMock(name, () => (loaded.add(name), make()), { virtual: true });
}

function onLambda(held: Held): Ways {
  class Command {
    constructor(readonly input: Record<string, unknown>) {}
  }
  type Item = Readonly<Record<string, { readonly S: string; readonly N: string }>>;
  const itemOf = ({ quantity, ...texts }: Order) => ({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { S: text }])),
    quantity: { N: String(quantity) },
  });
  part(held, '@aws-sdk/client-dynamodb', () => {
    class PutItemCommand extends Command {}
    class GetItemCommand extends Command {}
    class DynamoDBClient {
      async send(command: Command) {
        if (command instanceof GetItemCommand) {
          const { Key, ...rest } = command.input as { Key: Item };
          expect(rest).toEqual({ TableName: 'the-orders', ConsistentRead: true });
          const order = held.orders.get(Key.id!.S);
          return { Item: order && itemOf(order) };
        }
        expect(command).toBeInstanceOf(PutItemCommand);
        const { Item, ...rest } = command.input as { Item: Item };
        expect(rest).toEqual({
          TableName: 'the-orders',
          ConditionExpression: 'attribute_not_exists(id)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        });
        const { id, item, quantity, status } = Item as Required<Item>;
        const before = held.orders.get(id!.S);
        if (before !== undefined) {
          throw Object.assign(new Error(), { name: 'ConditionalCheckFailedException', Item: itemOf(before) });
        }
        held.orders.set(id!.S, { id: id!.S, item: item!.S, quantity: Number(quantity!.N), status: status!.S });
        return {};
      }
    }
    // A page for each order, and one without any.
    async function* paginateScan({ client }: { client: unknown }, input: unknown) {
      expect(client).toBeInstanceOf(DynamoDBClient);
      expect(input).toEqual({ TableName: 'the-orders' });
      for (const order of held.orders.values()) yield { Items: [itemOf(order)] };
      yield { Items: [] };
    }
    return { DynamoDBClient, GetItemCommand, PutItemCommand, paginateScan };
  });
  part(held, '@aws-sdk/client-sqs', () => ({
    SendMessageCommand: Command,
    SQSClient: class {
      async send({ input: { MessageBody, ...rest } }: Command) {
        expect(rest).toEqual({ QueueUrl: environment.Lambda!.JOBS_QUEUE });
        if (held.queueClosed) throw new Error('the queue is closed');
        held.jobs.push(JSON.parse(MessageBody as string));
      }
    },
  }));
  part(held, '@aws-sdk/client-s3', () => ({
    PutObjectCommand: Command,
    S3Client: class {
      async send({ input: { Key, Body, ...rest } }: Command) {
        expect(rest).toEqual({ Bucket: 'the-reports', ContentType: 'application/json' });
        held.files.set(Key as string, Body as string);
      }
    },
  }));

  type Handler = (event: unknown) => Promise<unknown>;
  const handlers = jest.requireActual<Record<'orders' | 'report' | 'notify', Handler>>(join(folder, 'node/lambda.js'));
  return {
    ask: async (request) => {
      const bytes = bytesOf(request);
      const isBase64Encoded = request.bodyBase64 !== undefined;
      const { statusCode, headers, body } = (await handlers.orders({
        version: '2.0',
        rawPath: request.path,
        requestContext: { http: { method: request.method } },
        ...(bytes.length > 0 && { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') }),
        isBase64Encoded,
      })) as { statusCode: number; headers: Record<string, string>; body: string };
      return { status: statusCode, type: headers['content-type']!, body: JSON.parse(body) };
    },
    report: handlers.report,
    notify: (event) =>
      handlers.notify({ Records: [{ EventSource: 'aws:sns', Sns: { MessageId: '1', Message: event } }] }),
  };
}

type HttpHandler = (request: unknown, response: unknown) => Promise<unknown>;

function onCloudFunctions(held: Held): Ways {
  const functions = registered(held);
  const send = (name: string, path: string, body: unknown) => call(functions.get(name)!, path, JSON.stringify(body));
  const trigger = async (name: string, path: string, body: unknown) => {
    const { status } = await send(name, path, body);
    if (status !== 204) throw new Error(String(status));
  };
  return {
    ask: async (request) => {
      // The framework reads a body, where its type is told.
      const { status, headers, text } = await call(
        functions.get('orders')!,
        request.path!,
        bytesOf(request),
        request.method,
        request.headers !== undefined,
      );
      return { status, type: headers['content-type']!, body: JSON.parse(text) };
    },
    report: (input) => trigger('report', '/triggers/schedule/0', input),
    notify: (event) =>
      trigger('notify', '/triggers/topic/events', {
        message: { data: Buffer.from(event).toString('base64'), messageId: '1', attributes: {} },
        subscription: 'projects/p/subscriptions/s',
      }),
  };
}

/** The functions that are there for Cloud Functions to call, with what they stand on. */
function registered(held: Held): Map<string, HttpHandler> {
  part(held, '@google-cloud/firestore', () => {
    const doc = (id: string) => {
      if (/\/|^__.*__$/.test(id)) throw new Error(`"${id}" is no id of a document`);
      return { id, get: async () => ({ data: () => held.orders.get(id) }) };
    };
    const stream = () => Readable.from([...held.orders.values()].map((order) => ({ data: () => order })));
    const transaction = {
      get: ({ get }: ReturnType<typeof doc>) => get(),
      set: ({ id }: { id: string }, order: Order) => held.orders.set(id, order),
    };
    return {
      Firestore: class {
        constructor(options: unknown) {
          expect(options).toEqual({ databaseId: 'the-orders' });
        }
        collection(name: string) {
          expect(name).toBe('items');
          return { doc, stream };
        }
        runTransaction = (work: (given: typeof transaction) => unknown) => work(transaction);
      },
    };
  });
  part(held, '@google-cloud/pubsub', () => ({
    PubSub: class {
      topic(name: string) {
        expect(name).toBe('projects/p/topics/jobs');
        return {
          publishMessage: async ({ json }: { json: unknown }) => {
            if (held.queueClosed) throw new Error('the queue is closed');
            held.jobs.push(json);
          },
        };
      }
    },
  }));
  part(held, '@google-cloud/storage', () => ({
    Storage: class {
      bucket(name: string) {
        expect(name).toBe('the-reports');
        const save = (key: string) => async (text: string, options: unknown) => {
          expect(options).toEqual({ contentType: 'application/json', resumable: false });
          held.files.set(key, text);
        };
        return { file: (key: string) => ({ save: save(key) }) };
      }
    },
  }));
  const functions = new Map<string, HttpHandler>();
  const http = (name: string, handler: HttpHandler) => functions.set(name, handler);
  jest.doMock('@google-cloud/functions-framework', () => ({ http }), { virtual: true });
  jest.requireActual(join(folder, 'node/index.js'));
  return functions;
}

/** Sends a request to a function, whose framework has read the body or hasn't. */
async function call(handler: HttpHandler, path: string, body: string | Buffer, method = 'POST', read = true) {
  const bytes = Buffer.from(body as string);
  const request = Object.assign(Readable.from(bytes.length > 0 && !read ? [bytes] : []), {
    path,
    method,
    ...(bytes.length > 0 && read && { rawBody: bytes }),
  });
  const said = { status: 200, headers: {} as Record<string, string>, text: '' };
  const response = {
    writeHead: (status: number, headers = {}) => (Object.assign(said, { status, headers }), response),
    end: (text = '') => Object.assign(said, { text }),
  };
  await handler(request, response);
  return said;
}

const order = (id: string, rest: Partial<Order> = {}): Order => ({
  id,
  item: 'mug',
  quantity: 2,
  status: 'received',
  ...rest,
});

const post = ({ id, item, quantity }: Order): Request => ({
  method: 'POST',
  path: '/orders',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ id, item, quantity }),
});

const get = (id: string): Request => ({ method: 'GET', path: `/orders/${id}` });

const held = (): Held => ({ orders: new Map(), jobs: [], files: new Map(), loaded: new Set(), queueClosed: false });

let lines: Record<string, unknown>[];

beforeEach(() => {
  jest.resetModules();
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(JSON.parse(text as string));
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe.each([
  ['Lambda', onLambda],
  ['Cloud Functions', onCloudFunctions],
])('on %s', (cloud, start) => {
  let there: Held;
  let ways: Ways;

  beforeEach(() => {
    Object.assign(process.env, environment[cloud]);
    there = held();
    ways = start(there);
  });
  afterEach(() => Object.keys(environment[cloud]!).forEach((name) => delete process.env[name]));

  test('the API answers the table of requests', async () => {
    for (const { status, answer, ...request } of rows) {
      expect({ request, ...(await ways.ask(request)) }).toEqual({
        request,
        status,
        type: 'application/json',
        body: answer,
      });
    }
  });

  test('an order is kept, and its job is sent', async () => {
    expect((await ways.ask(post(order('a')))).status).toBe(202);
    expect([...there.orders.values()]).toEqual([order('a')]);
    expect(there.jobs).toEqual([{ order: 'a' }]);
    expect(lines).toEqual([{ severity: 'INFO', message: 'order taken', order: 'a', again: false }]);
    expect((await ways.ask(get('a'))).body).toEqual(order('a'));
  });

  test('an order is told with the signature that the worker gave it', async () => {
    const done = order('a', { status: 'done', signature: 'abc' });
    there.orders.set('a', done);
    expect((await ways.ask(get('a'))).body).toEqual(done);
  });

  test('a path is the same, encoded or not', async () => {
    there.orders.set('a-1', order('a-1'));
    expect((await ways.ask(get('%61%2D1'))).body).toEqual(order('a-1'));
    expect((await ways.ask(get('%zz'))).status).toBe(404);
  });

  test('an order whose job could not be sent has it sent when it is placed again', async () => {
    there.queueClosed = true;
    expect(await ways.ask(post(order('a')))).toEqual({
      status: 500,
      type: 'application/json',
      body: { error: "the request can't be answered" },
    });
    expect(lines).toEqual([
      {
        severity: 'ERROR',
        message: 'a request failed',
        method: 'POST',
        path: '/orders',
        error: expect.stringContaining('the queue is closed'),
      },
    ]);
    there.queueClosed = false;
    expect((await ways.ask(post(order('a')))).status).toBe(202);
    expect(there.jobs).toEqual([{ order: 'a' }]);
    expect(there.orders.size).toBe(1);
  });

  test('an order that is done stays so, and sends no job, when it is placed again', async () => {
    there.orders.set('a', order('a', { status: 'done', signature: 'abc' }));
    expect((await ways.ask(post(order('a')))).status).toBe(202);
    expect(there.jobs).toEqual([]);
    expect(there.orders.get('a')!.status).toBe('done');
  });

  test.each([
    ['item', { item: 'cup' }],
    ['quantity', { quantity: 3 }],
  ])('another %s under the same id is refused, and changes nothing', async (_, change) => {
    await ways.ask(post(order('a')));
    expect((await ways.ask(post(order('a', change)))).status).toBe(409);
    expect(there.orders.get('a')).toEqual(order('a'));
    expect(there.jobs).toHaveLength(1);
  });

  test.each([
    ['PUT', '/orders'],
    ['GET', '/orders'],
    ['POST', '/orders/a'],
    ['GET', '/orders/a/lines'],
    ['POST', '/triggers/queue/jobs'],
    ['POST', '/'],
  ])('%s %s is answered 404', async (method, path) => {
    expect(await ways.ask({ method, path })).toEqual({
      status: 404,
      type: 'application/json',
      body: { error: 'there is nothing here' },
    });
  });

  test('the schedule has a report written, and written over when it calls again', async () => {
    jest.useFakeTimers({ now: new Date('2025-01-31T05:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    await ways.report({ title: 'Orders so far' });
    const empty = { title: 'Orders so far', date: '2025-01-31', orders: 0, done: 0, pieces: 0 };
    expect([...there.files]).toEqual([['reports/2025-01-31.json', JSON.stringify(empty)]]);

    there.orders.set('a', order('a')).set('b', order('b', { quantity: 5, status: 'done', signature: 'abc' }));
    await ways.report({ title: 'Orders so far' });
    const full = { ...empty, orders: 2, done: 1, pieces: 7 };
    expect([...there.files]).toEqual([['reports/2025-01-31.json', JSON.stringify(full)]]);
  });

  test('an event is told of in the log', async () => {
    await ways.notify(JSON.stringify({ order: 'a', status: 'done', signature: 'abc' }));
    expect(lines).toEqual([{ severity: 'INFO', message: 'customer notified', order: 'a', status: 'done' }]);
  });

  test('an event that is no JSON fails, so that it comes again', async () => {
    await expect(ways.notify('no JSON')).rejects.toThrow();
  });

  test('each function loads what it uses, and nothing else', async () => {
    const loaded = () => [...there.loaded].map((name) => name.replace(/^.*[/-]/, '')).sort();
    await ways.notify('{}');
    expect(loaded()).toEqual([]);
    await ways.report({});
    expect(loaded()).toEqual(cloud === 'Lambda' ? ['dynamodb', 's3'] : ['firestore', 'storage']);
    await ways.ask(get('a'));
    expect(loaded()).toEqual(cloud === 'Lambda' ? ['dynamodb', 's3', 'sqs'] : ['firestore', 'pubsub', 'storage']);
  });
});

test('on Cloud Functions, a trigger calls at its own path alone, and a failure is no 2xx', async () => {
  const functions = registered(held());
  const { status } = await call(functions.get('notify')!, '/triggers/topic/other', '{}');
  expect(status).toBe(404);
  expect(lines).toEqual([]);
  expect((await call(functions.get('notify')!, '/triggers/topic/events', '{}')).status).toBe(500);
  expect(lines).toEqual([
    { severity: 'ERROR', message: 'a call failed', path: '/triggers/topic/events', error: expect.any(String) },
  ]);
});

const why = lacking(python);

if (why === undefined) {
  test('the functions in Python pass their own tests', () => {
    const { status, stderr } = spawnSync(python.command, ['-B', '-m', 'unittest'], {
      cwd: join(folder, 'python'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/Ran [1-9]\d* tests?/) });
  });
} else {
  skipped('tests of examples/orders/python', why);
  test.skip(`SKIPPED: the functions in Python pass their own tests: ${why}`, () => undefined);
}
