import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../deploy/requests';

/* What the Node twin does, on both clouds, with their SDKs stood in for: each is a part of the cloud's own runtime. */

const code = join(__dirname, '../../examples/provisioned/node');
const rows = JSON.parse(readFileSync(join(code, '../requests.json'), 'utf8')) as readonly Row[];

/** An answer, whichever cloud gave it. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** One cloud's way in, and the counts that it keeps. */
interface Way {
  readonly get: (path: string) => Promise<Answer>;
  readonly counts: Map<string, number>;
  readonly breakDown: () => void;
}

type LambdaHandler = (event: unknown) => Promise<{ statusCode: number; headers: Record<string, string>; body: string }>;

const table = 'the-table';

function onLambda(): Way {
  const counts = new Map<string, number>();
  let broken = false;
  class UpdateItemCommand {
    constructor(readonly input: Record<string, unknown> & { Key: { id: { S: string } } }) {}
  }
  class DynamoDBClient {
    send({ input: { Key, ...rest } }: UpdateItemCommand) {
      if (broken) return Promise.reject(new Error('no table'));
      expect(rest).toEqual({
        TableName: table,
        UpdateExpression: 'ADD #count :one',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': { N: '1' } },
        ReturnValues: 'UPDATED_NEW',
      });
      counts.set(Key.id.S, (counts.get(Key.id.S) ?? 0) + 1);
      return Promise.resolve({ Attributes: { count: { N: String(counts.get(Key.id.S)) } } });
    }
  }
  jest.doMock('@aws-sdk/client-dynamodb', () => ({ DynamoDBClient, UpdateItemCommand }), { virtual: true });
  const { handler } = jest.requireActual<{ handler: LambdaHandler }>(join(code, 'lambda.js'));
  return {
    counts,
    breakDown: () => (broken = true),
    get: async (path) => {
      const answer = await handler({ version: '2.0', rawPath: path, requestContext: { http: { method: 'GET' } } });
      return { status: answer.statusCode, type: answer.headers['content-type']!, body: JSON.parse(answer.body) };
    },
  };
}

function onCloudFunctions(): Way {
  const counts = new Map<string, number>();
  let broken = false;
  const item = (id: string) => ({ id });
  class Firestore {
    constructor(options: unknown) {
      expect(options).toEqual({ databaseId: table });
    }
    collection(name: string) {
      expect(name).toBe('items');
      return { doc: item };
    }
    async runTransaction(work: (transaction: unknown) => Promise<number>) {
      if (broken) throw new Error('no database');
      return work({
        get: async ({ id }: { id: string }) => ({
          get: (field: string) => (field === 'count' ? counts.get(id) : null),
        }),
        set: (at: { id: string }, { id, count }: { id: string; count: number }) => {
          expect(at.id).toBe(id);
          counts.set(id, count);
        },
      });
    }
  }
  type Handler = (request: unknown, response: unknown) => Promise<void>;
  const registered = new Map<string, Handler>();
  const http = (name: string, handler: Handler) => registered.set(name, handler);
  jest.doMock('@google-cloud/firestore', () => ({ Firestore }), { virtual: true });
  jest.doMock('@google-cloud/functions-framework', () => ({ http }), { virtual: true });
  jest.requireActual(join(code, 'index.js'));
  return {
    counts,
    breakDown: () => (broken = true),
    get: (path) =>
      new Promise((resolve, reject) => {
        const said = { status: 0, type: '' };
        const response = {
          writeHead: (status: number, headers: Record<string, string>) => (
            Object.assign(said, { status, type: headers['content-type'] }),
            response
          ),
          end: (text: string) => resolve({ ...said, body: JSON.parse(text) }),
        };
        registered.get('counter')!({ path, method: 'GET' }, response).catch(reject);
      }),
  };
}

describe.each([
  ['Lambda', onLambda],
  ['Cloud Functions', onCloudFunctions],
])('on %s', (_, start) => {
  let way: Way;

  beforeEach(() => {
    jest.resetModules();
    process.env.COUNTER_TABLE = table;
    way = start();
  });
  afterEach(() => delete process.env.COUNTER_TABLE);

  test('answers the table of requests', async () => {
    for (const { path = '/', status, answer } of rows) {
      expect(await way.get(path)).toEqual({ status, type: 'application/json', body: answer });
    }
  });

  test('counts by a key that both clouds take', async () => {
    for (const path of ['/', '/orders', '/orders', '/orders/']) await way.get(path);
    expect(Object.fromEntries(way.counts)).toEqual({ '%2F': 1, '%2Forders': 2, '%2Forders%2F': 1 });
  });

  test('counts a path as one, encoded or not', async () => {
    await way.get('/caf%C3%A9');
    expect((await way.get('/café')).body).toEqual({ path: '/café', count: 2 });
  });

  test.each(['/%zz', '/..', '/__id__', '/%', '/a%00b'])('counts the odd path %s', async (path) => {
    expect((await way.get(path)).status).toBe(200);
  });

  test('fails where it cannot count, and logs why', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    way.breakDown();
    expect(await way.get('/')).toEqual({
      status: 500,
      type: 'application/json',
      body: { error: "the request can't be counted" },
    });
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});
