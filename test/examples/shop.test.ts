import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../deploy/requests';

/* What the shop's functions answer on both clouds, and how they answer the calls that keep them warm. */

const code = join(__dirname, '../../examples/shop/code');
const rows = JSON.parse(readFileSync(join(code, '../requests.json'), 'utf8')) as readonly Row[];

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

type LambdaHandler = (
  event: unknown,
  context: unknown,
) => Promise<{ statusCode: number; headers: Headers; body: string }>;

function onLambda(): LambdaHandler {
  return jest.requireActual<{ handler: LambdaHandler }>(join(code, 'lambda.js')).handler;
}

function onCloudFunctions(): (path: string) => Answer {
  let handler: (request: unknown, response: unknown) => void;
  const http = (_: string, given: typeof handler) => (handler = given);
  jest.doMock('@google-cloud/functions-framework', () => ({ http }), { virtual: true });
  jest.requireActual(join(code, 'index.js'));
  return (path) => {
    let answer: Answer = { status: 200, headers: {}, text: '' };
    const response = {
      writeHead: (status: number, headers: Headers) => ((answer = { ...answer, status, headers }), response),
      end: (text = '') => (answer = { ...answer, text }),
    };
    handler({ path }, response);
    return answer;
  };
}

beforeEach(() => jest.resetModules());

const expected = rows.map(({ status, answer }) => ({ status, type: 'application/json', answer }));
const askedBefore = rows.map((_, index) => String(index));

test('answer the table of requests on Lambda, and say how many they answered before', async () => {
  const handler = onLambda();
  const answers = [];
  for (const { path = '/' } of rows) answers.push(await handler({ rawPath: path }, {}));
  expect(
    answers.map(({ statusCode, headers, body }) => ({
      status: statusCode,
      type: headers['content-type'],
      answer: JSON.parse(body) as unknown,
    })),
  ).toEqual(expected);
  expect(answers.map(({ headers }) => headers['requests-before'])).toEqual(askedBefore);
});

test('answer the table of requests on Cloud Functions, and say how many they answered before', () => {
  const get = onCloudFunctions();
  const answers = rows.map(({ path = '/' }) => get(path));
  expect(
    answers.map(({ status, headers, text }) => ({
      status,
      type: headers['content-type'],
      answer: JSON.parse(text) as unknown,
    })),
  ).toEqual(expected);
  expect(answers.map(({ headers }) => headers['requests-before'])).toEqual(askedBefore);
});

test('answer what keeps them warm on Lambda with the worker that they run on, after a moment, and count none of it', async () => {
  const handler = onLambda();
  const start = Date.now();
  const answer = await handler({ warmer: true, concurrency: 2 }, { logStreamName: 'the/stream' });
  expect(answer).toEqual({ warmer: true, instance: 'the/stream' });
  expect(Date.now() - start).toBeGreaterThanOrEqual(70);
  expect((await handler({ rawPath: '/' }, {})).headers['requests-before']).toBe('0');
});

test('answer what keeps them warm on Cloud Functions, and count none of it', () => {
  const get = onCloudFunctions();
  expect(get('/warm')).toEqual({ status: 200, headers: {}, text: '' });
  expect(get('/').headers['requests-before']).toBe('0');
});
