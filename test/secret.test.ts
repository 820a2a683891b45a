import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { placeholder } from '../lib/model/secret-placeholder';
import { secret, type SecretError, type SecretErrorCode, type SecretOptions } from '../lib/secret';

const value = 'Kx7-the-value-of-a-secret';

/** What a cloud answers: a status and a body, or nothing at all. */
type Answer = readonly [status: number, body: unknown] | 'silence' | 'hang up';

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => serve(request, response, body));
});
const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

let requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
let answers: Answer[] = [];
let token: Answer;
const tokenPath = '/computeMetadata/v1/instance/service-accounts/default/token';
const reads = () => requests.filter(({ url }) => url !== tokenPath);

function serve(request: IncomingMessage, response: ServerResponse, body: string): void {
  const { method = '', url = '', headers } = request;
  requests.push({ method, url, headers, body });
  const answer = url === tokenPath ? token : answers.length > 1 ? answers.shift()! : answers[0]!;
  if (answer === 'silence') return;
  if (answer === 'hang up') return void request.socket.destroy();
  // A server whose clock is another has the AWS SDK ask again, whatever it answered.
  response.setHeader('date', new Date(Date.now()).toUTCString());
  response.writeHead(answer[0], { 'content-type': url === '/' ? 'application/x-amz-json-1.1' : 'application/json' });
  response.end(typeof answer[1] === 'string' ? answer[1] : JSON.stringify(answer[1]));
}

/** Sends what is for Google's servers to the one that stands in for them. */
const toServer: typeof fetch = (url, init) =>
  fetch(String(url).replace('https://secretmanager.googleapis.com', `http://${address()}`), init);

/** A cloud, with a secret that no other test has read. */
interface Cloud {
  identifier(number: number): string;
  readonly options: SecretOptions;
  holds(text: string): Answer;
  readonly bytes: Answer;
  refuses(code: SecretErrorCode): Answer;
}

const region = 'eu-central-1';
const clouds: Readonly<Record<'aws' | 'gcp', Cloud>> = {
  aws: {
    identifier: (number) => `arn:aws:secretsmanager:${region}:123456789012:secret:shop/key${number}-AbCdEf`,
    options: {},
    holds: (text) => [200, { Name: 'key', SecretString: text }],
    bytes: [200, { Name: 'key', SecretBinary: 'wyg=' }],
    refuses: (code) =>
      ({
        denied: [400, { __type: 'AccessDeniedException', Message: 'User: me is not authorized' }] as const,
        missing: [400, { __type: 'ResourceNotFoundException', Message: "can't find the secret" }] as const,
      })[code as string] ?? [500, { __type: 'InternalServiceError', Message: 'unwell' }],
  },
  gcp: {
    identifier: (number) => `projects/shop-1/secrets/key${number}`,
    options: { fetch: toServer },
    holds: (text) => [200, { name: 'key', payload: { data: Buffer.from(text).toString('base64') } }],
    bytes: [200, { name: 'key', payload: { data: 'wyg=' } }],
    refuses: (code) =>
      ({
        denied: [403, { error: { code: 403, status: 'PERMISSION_DENIED', message: 'not allowed' } }] as const,
        missing: [404, { error: { code: 404, status: 'NOT_FOUND', message: 'no such secret' } }] as const,
      })[code as string] ?? [503, { error: { code: 503, status: 'UNAVAILABLE', message: 'unwell' } }],
  },
};

let number = 0;
const environment = { ...process.env };
let warnings: jest.SpiedFunction<typeof process.emitWarning>;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [requests, answers, token] = [[], [], [200, { access_token: 'a-token', expires_in: 3599 }]];
  number++;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://${address()}`,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'an-example',
    GCE_METADATA_HOST: address(),
  });
  warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});

/** What goes wrong, which never says a value. */
async function failure(reading: Promise<unknown>): Promise<SecretError> {
  const error = await reading.then(
    () => fail('a value was read'),
    (reason: unknown) => reason as SecretError,
  );
  expect(error.name).toBe('SecretError');
  expect(error.variable).toBe('KEY');
  expect(error.message).toMatch(/^KEY: /);
  const everything = inspect(error, { depth: Infinity, showHidden: true });
  expect(everything).not.toContain(value.slice(0, 8));
  expect(everything).not.toContain(Buffer.from(value).toString('base64').slice(0, 8));
  return error;
}

const fail = (message: string): never => {
  throw new Error(message);
};

describe.each(Object.entries(clouds))('on %s', (name, cloud) => {
  const key = (options: SecretOptions = {}) => secret('KEY', { ...cloud.options, ...options });
  const later = (milliseconds: number) => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
  };
  let identifier: string;
  beforeEach(() => (process.env['KEY'] = identifier = cloud.identifier(number)));

  test('secret: reads a value', async () => {
    answers = [cloud.holds(value)];
    expect(await key()).toBe(value);
    expect(reads()).toHaveLength(1);
  });

  test.each(['', 'ends with a line\n', '\ufeffmarked', 'Größe 🔑', '{"a": 1}'])(
    'a value is what it is: %j',
    async (text) => {
      process.env['KEY'] = cloud.identifier(++number);
      answers = [cloud.holds(text)];
      expect(await key()).toBe(text);
    },
  );

  test('secret: caches a value for five minutes', async () => {
    answers = [cloud.holds('old'), cloud.holds('new')];
    expect(await key()).toBe('old');
    later(299_000);
    expect(await key()).toBe('old');
    later(2_000);
    expect(await key()).toBe('new');
    expect(reads()).toHaveLength(2);
  });

  test('secret: caches a value for the time that a call gives', async () => {
    answers = [cloud.holds('old'), cloud.holds('new'), cloud.holds('newest')];
    expect(await key({ cacheMilliseconds: 0 })).toBe('old');
    expect(await key({ cacheMilliseconds: 0 })).toBe('new');
    later(1e12);
    expect(await key({ cacheMilliseconds: Infinity })).toBe('new');
    expect(await key({ cacheMilliseconds: 1_000 })).toBe('newest');
  });

  test('secret: makes one request for concurrent calls, whichever variable they name', async () => {
    process.env['SAME_KEY'] = identifier;
    answers = [cloud.holds(value)];
    const all = [key(), key(), secret('SAME_KEY', cloud.options), key({ cacheMilliseconds: 0 })];
    expect(await Promise.all(all)).toEqual([value, value, value, value]);
    expect(reads()).toHaveLength(1);
  });

  test('secret: makes a request for each secret', async () => {
    process.env['OTHER_KEY'] = cloud.identifier(++number);
    answers = [cloud.holds('a'), cloud.holds('b')];
    expect(new Set(await Promise.all([key(), secret('OTHER_KEY', cloud.options)]))).toEqual(new Set(['a', 'b']));
  });

  test.each(['denied', 'missing'] as const)('what is %s says so, and is not kept', async (code) => {
    answers = [cloud.refuses(code), cloud.holds(value)];
    const [error, same] = await Promise.all([failure(key()), failure(key())]);
    expect(reads()).toHaveLength(1);
    expect([error.code, same.code]).toEqual([code, code]);
    expect(error.message).toContain(identifier);
    expect(error.message).toContain(code === 'denied' ? '`secrets: { KEY: NAME }` in its architecture' : 'Deploy');
    expect(error.message).toMatch(/not authorized|not allowed|can't find|no such/);
    expect(await key()).toBe(value);
  });

  test('secret: names the variable of the call in an error', async () => {
    process.env['SAME_KEY'] = identifier;
    answers = [cloud.refuses('denied')];
    const messages = await Promise.allSettled([key(), secret('SAME_KEY', cloud.options)]);
    expect(messages.map((result) => (result as PromiseRejectedResult).reason.variable)).toEqual(['KEY', 'SAME_KEY']);
  });

  test('secret: fails on the placeholder, says how to set a value, and caches nothing', async () => {
    answers = [cloud.holds(placeholder), cloud.holds(value)];
    const error = await failure(key());
    expect(error.code).toBe('placeholder');
    expect(error.message).toContain(
      name === 'aws'
        ? `aws secretsmanager put-secret-value --secret-string file://FILE --region ${region} --secret-id ${identifier}`
        : `gcloud secrets versions add key${number} --project shop-1 --data-file FILE`,
    );
    expect(await key()).toBe(value);
  });

  test('secret: fails on a value that is not text', async () => {
    answers = [cloud.bytes];
    expect(await failure(key())).toMatchObject({ code: 'binary', message: expect.stringContaining('base64') });
  });

  test.each<[string, Answer]>([
    ['breaks off', [200, `{"SecretString": "${value}", "payload": {"data": "${value}`]],
    ['is no JSON', [200, value]],
    ['holds something else', [200, `{"payload": "${value}", "SecretString": {"a": "${value}"}}`]],
  ])('an answer that %s is never said', async (_, answer) => {
    process.env['KEY'] = cloud.identifier(++number);
    answers = [answer];
    const result = await key().then(String, () => failure(key()));
    if (typeof result !== 'string') expect(['unavailable', 'binary']).toContain(result.code);
  });

  test('secret: retries after a server error', async () => {
    answers = [cloud.refuses('unavailable'), 'hang up', cloud.holds(value)];
    expect(await key()).toBe(value);
    expect(reads()).toHaveLength(3);
  });

  test('secret: fails after three attempts', async () => {
    answers = [cloud.refuses('unavailable')];
    const error = await failure(key());
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('unwell') });
    expect(reads()).toHaveLength(3);
  });

  test('secret: fails when no answer comes within the time that a call gives', async () => {
    answers = ['silence'];
    const start = performance.now();
    const error = await failure(key({ timeoutMilliseconds: 200 }));
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('no answer within 200 ms') });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('secret: returns the cached value with a warning while the cloud is unavailable, and reads again after 30 s', async () => {
    answers = [cloud.holds('old'), cloud.refuses('unavailable')];
    expect(await key()).toBe('old');
    later(400_000);
    expect(await Promise.all([key(), key()])).toEqual(['old', 'old']);
    expect(warnings.mock.calls.map(([text]) => text)).toEqual([
      expect.stringMatching(/unwell.*Using the cached value/),
    ]);
    const tried = reads().length;
    answers = [cloud.holds('new')];
    later(29_000);
    expect(await key()).toBe('old');
    expect(reads()).toHaveLength(tried);
    later(2_000);
    expect(await key()).toBe('new');
  });

  test('secret: returns no cached value to a call without a cache', async () => {
    answers = [cloud.holds('old'), cloud.refuses('unavailable')];
    expect(await key()).toBe('old');
    expect((await failure(key({ cacheMilliseconds: 0 }))).code).toBe('unavailable');
  });

  test('secret: removes the cached value when the cloud refuses a read', async () => {
    answers = [cloud.holds('old'), cloud.refuses('denied'), cloud.refuses('unavailable')];
    expect(await key()).toBe('old');
    later(400_000);
    expect((await failure(key())).code).toBe('denied');
    expect((await failure(key())).code).toBe('unavailable');
    expect(warnings).not.toHaveBeenCalled();
  });
});

describe('a variable', () => {
  test.each([undefined, ''])('that is %j says what the architecture has to', async (text) => {
    if (text === undefined) delete process.env['KEY'];
    else process.env['KEY'] = text;
    const error = await failure(secret('KEY'));
    expect(error.code).toBe('unset');
    expect(error.message).toContain("KEY: isn't set. ");
    expect(error.message).toContain('`secrets: { KEY: NAME }` in its architecture');
  });

  test.each([
    value,
    `${clouds.aws.identifier(1)}:${value}`,
    `arn:aws:s3:::${value}`,
    `projects/shop/secrets/key/versions/1/${value}`,
    `projects/shop/secrets/../${value}`,
    `${clouds.gcp.identifier(1)}\n`,
    `projects/shop/locations/europe-west3/secrets/${value}`,
  ])('that holds %j is refused, and never shown', async (text) => {
    process.env['KEY'] = text;
    const error = await failure(secret('KEY', { fetch: toServer }));
    expect(error.code).toBe('malformed');
    expect(error.message).toContain("KEY: doesn't identify a secret. ");
    expect(error.message).toContain('a service, the value itself');
    expect(requests).toEqual([]);
  });
});

describe('on Google Cloud', () => {
  const { options, holds } = clouds.gcp;

  test.each([
    ['projects/shop-1/secrets/key_a', 'projects/shop-1/secrets/key_a/versions/latest'],
    ['projects/123/secrets/key_b/versions/7', 'projects/123/secrets/key_b/versions/7'],
    ['projects/example.com:shop/secrets/key_c', 'projects/example.com:shop/secrets/key_c/versions/latest'],
  ])('%s is asked for with the token of the service account', async (identifier, version) => {
    process.env['KEY'] = identifier;
    answers = [holds(value)];
    expect(await secret('KEY', options)).toBe(value);
    expect(requests).toMatchObject([
      { method: 'GET', url: tokenPath, headers: { 'metadata-flavor': 'Google' } },
      { method: 'GET', url: `/v1/${version}:access`, headers: { authorization: 'Bearer a-token' } },
    ]);
  });

  test('secret: fails on a disabled version as on a missing one', async () => {
    process.env['KEY'] = clouds.gcp.identifier(number);
    answers = [[400, { error: { status: 'FAILED_PRECONDITION', message: 'is in DISABLED state' } }]];
    expect(await failure(secret('KEY', options))).toMatchObject({
      code: 'missing',
      message: expect.stringMatching('DISABLED'),
    });
  });

  test.each<[string, Answer]>([
    ['answers 404', [404, 'no service account']],
    ['hangs up', 'hang up'],
  ])('a metadata server that %s is named', async (_, answer) => {
    process.env['KEY'] = clouds.gcp.identifier(number);
    token = answer;
    const error = await failure(secret('KEY', options));
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining(address()) });
    expect(reads()).toEqual([]);
  });

  test("secret: uses the address of Google's metadata server by default", async () => {
    delete process.env['GCE_METADATA_HOST'];
    process.env['KEY'] = clouds.gcp.identifier(number);
    const asked = jest.fn(async () => Promise.reject(new TypeError('fetch failed')));
    await failure(secret('KEY', { fetch: asked }));
    expect(asked).toHaveBeenCalledWith(`http://metadata.google.internal${tokenPath}`, expect.anything());
  });
});

describe('on AWS', () => {
  const { holds } = clouds.aws;

  test.each(['us-east-1', 'cn-north-1', 'us-gov-west-1'])(
    'a secret is asked for in %s, its own region',
    async (where) => {
      const partition = where.startsWith('cn') ? 'aws-cn' : where.startsWith('us-gov') ? 'aws-us-gov' : 'aws';
      process.env['KEY'] = `arn:${partition}:secretsmanager:${where}:123456789012:secret:key-AbCdEf`;
      process.env['AWS_REGION'] = 'ap-south-1';
      answers = [holds(value)];
      expect(await secret('KEY')).toBe(value);
      const [{ headers, body }] = requests as [(typeof requests)[number]];
      expect(headers['x-amz-target']).toBe('secretsmanager.GetSecretValue');
      expect(headers.authorization).toContain(`/${where}/secretsmanager/`);
      expect(JSON.parse(body)).toEqual({ SecretId: process.env['KEY'] });
    },
  );

  test.each([
    ['DecryptionFailure', 'denied'],
    ['InvalidRequestException', 'missing'],
    ['ThrottlingException', 'unavailable'],
    ['UnrecognizedClientException', 'unavailable'],
  ])('%s is %s', async (kind, code) => {
    process.env['KEY'] = clouds.aws.identifier(number);
    answers = [[400, { __type: kind, Message: 'said by the cloud' }]];
    const error = await failure(secret('KEY'));
    expect(error).toMatchObject({ code, message: expect.stringContaining(`${kind}: said by the cloud`) });
  });

  test('secret: fails without the SDK, and names the package to install', async () => {
    process.env['KEY'] = clouds.aws.identifier(number);
    jest.resetModules();
    jest.doMock('@aws-sdk/client-secrets-manager', () => {
      throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
    });
    const alone = jest.requireActual<typeof import('../lib/secret')>('../lib/secret');
    const error = await failure(alone.secret('KEY'));
    jest.dontMock('@aws-sdk/client-secrets-manager');
    expect(error).toMatchObject({ code: 'sdk', message: expect.stringContaining('MODULE_NOT_FOUND') });
    expect(error.message).toContain('npm install @aws-sdk/client-secrets-manager');
  });
});
