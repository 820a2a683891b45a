/*
 * For the code of functions with secrets: reads the value of the secret that an environment variable identifies. Imports
 * only types, so that the built file, `dist/lib/secret.js`, can be copied into a function's own folder.
 * Errors of an SDK or a parser may contain the value: only their names are ever passed on.
 */
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { placeholder } from './model/secret-placeholder';
import type { SecretErrorCode, SecretOptions } from './secret-contract';

export type { SecretErrorCode, SecretOptions };

/** Reports why a secret can't be read, and what to do. The message never contains a value. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  constructor(
    readonly code: SecretErrorCode,
    readonly variable: string,
    message: string,
  ) {
    super(`${variable}: ${message}`);
  }
}

/** The source of a value: a secret in AWS Secrets Manager, or a version of a secret in Google Cloud's Secret Manager. */
interface Source {
  readonly name: string;
  readonly region?: string; // on AWS
  readonly setter: string; // the command that sets a value
}

/** A failure to read a source, without the name of the variable. */
class Failure extends Error {
  constructor(
    readonly code: SecretErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const noValue: typeof placeholder = 'triptych: no value has been set';
const [retryMilliseconds, attempts] = [30_000, 3];
type Sdk = typeof import('@aws-sdk/client-secrets-manager');

/** Cached values by their source's name. Until `retryAt` a value is returned at any age, after a failed read. */
const kept = new Map<string, { readonly value: string; readonly readAt: number; readonly retryAt: number }>();
const underWay = new Map<string, Promise<string>>();
const clients = new Map<string, SecretsManagerClient>();

/**
 * Reads the value of a secret. The environment variable `variable` contains its identifier: on AWS the ARN, on Google
 * Cloud `projects/<project>/secrets/<id>` for the latest version, or the name of a version. The value is cached for
 * `options.cacheMilliseconds`; concurrent calls share one read, with the time limit of the first. Failures aren't cached.
 * If the cloud is `unavailable` and a value is cached, returns that value with a process warning, and reads again after
 * at least 30 s. Any other failure removes the cached value.
 * @throws {@link SecretError} if the value can't be read
 */
export async function secret(variable: string, options: SecretOptions = {}): Promise<string> {
  const identifier = process.env[variable];
  const source = identifier ? sourceOf(identifier) : undefined;
  try {
    if (!identifier) throw new Failure('unset', "isn't set");
    if (!source) throw new Failure('malformed', "doesn't identify a secret");
    return await valueOf(source, options);
  } catch (error) {
    const { code, message } = error as Failure;
    throw new SecretError(code, variable, `${message}. ${advice(variable, source?.setter)[code]}`);
  }
}

async function valueOf(source: Source, options: SecretOptions): Promise<string> {
  const { cacheMilliseconds = 300_000 } = options;
  const old = cacheMilliseconds > 0 ? kept.get(source.name) : undefined;
  if (old && Date.now() < Math.max(old.readAt + cacheMilliseconds, old.retryAt)) return old.value;
  const reading = underWay.get(source.name) ?? renewed(source, options).finally(() => underWay.delete(source.name));
  underWay.set(source.name, reading);
  return reading.catch((failure: Failure) => {
    if (old && failure.code === 'unavailable') return old.value;
    throw failure;
  });
}

async function renewed(source: Source, options: SecretOptions): Promise<string> {
  const { name } = source;
  try {
    const value = await read(source, options);
    kept.set(name, { value, readAt: Date.now(), retryAt: 0 });
    return value;
  } catch (error) {
    const { code, message } = error as Failure;
    const old = kept.get(name);
    if (code !== 'unavailable') kept.delete(name);
    else if (old) {
      kept.set(name, { ...old, retryAt: Date.now() + retryMilliseconds });
      process.emitWarning(`${message}. Using the cached value.`, 'SecretWarning');
    }
    throw error;
  }
}

async function read({ name, region }: Source, options: SecretOptions): Promise<string> {
  const { timeoutMilliseconds = 5_000, fetch: send = fetch } = options;
  let signal: AbortSignal | undefined;
  try {
    const sdk = region ? await loadSdk() : undefined;
    signal = AbortSignal.timeout(timeoutMilliseconds);
    const value = await (sdk ? readAws(sdk, name, region!, signal) : readGcp(name, send, signal));
    if (value === undefined) throw new Failure('binary', "has a value that isn't text");
    if (value === noValue) throw new Failure('placeholder', 'has no value yet');
    return value;
  } catch (error) {
    if (error instanceof Failure) throw new Failure(error.code, `${name} ${error.message}`);
    const why = signal?.aborted ? `no answer within ${timeoutMilliseconds} ms` : nameOf(error);
    throw new Failure('unavailable', `${name} can't be read: ${why}`);
  }
}

const arn = /^arn:[\w-]+:secretsmanager:([\w-]+):\d+:secret:[\w/+=.@!-]+$/;
const version = /^projects\/([\w.:-]+)\/secrets\/([\w-]+)(\/versions\/[\w-]+)?$/;

function sourceOf(identifier: string): Source | undefined {
  const [, region] = arn.exec(identifier) ?? [];
  const aws = `aws secretsmanager put-secret-value --secret-string file://FILE --region ${region}`;
  if (region) return { name: identifier, region, setter: `${aws} --secret-id ${identifier}` };
  const [, project, id, pinned] = version.exec(identifier) ?? [];
  if (!id) return undefined;
  const setter = `gcloud secrets versions add ${id} --project ${project} --data-file FILE`;
  return { name: pinned ? identifier : `${identifier}/versions/latest`, setter };
}

/** The remedy for each failure. Never contains the content of a variable that isn't an identifier: it may be a value. */
function advice(variable: string, setter = ''): Record<SecretErrorCode, string> {
  const mapping = `\`secrets: { ${variable}: NAME }\` in its architecture`;
  const declare = `In a function, the variable contains the identifier of a secret, set by ${mapping}; in a service, the value itself`;
  return {
    unset: declare,
    malformed: declare,
    denied: `Allow the function to read the secret by ${mapping}. A new permission takes some minutes on Google Cloud`,
    missing: `Deploy the architecture with the secret, or set a value: ${setter}`,
    placeholder: `Set a value: ${setter}`,
    binary: `Store text, for example base64: ${setter}`,
    sdk: "Lambda's Node runtimes include it; elsewhere run: npm install @aws-sdk/client-secrets-manager",
    unavailable: 'The next call reads again',
  };
}

/** Error names of the clouds; all others are `unavailable`. */
const codes: Readonly<Record<string, SecretErrorCode>> = {
  AccessDeniedException: 'denied',
  DecryptionFailure: 'denied',
  ResourceNotFoundException: 'missing',
  InvalidRequestException: 'missing', // one that will be deleted
  UNAUTHENTICATED: 'denied',
  PERMISSION_DENIED: 'denied',
  NOT_FOUND: 'missing',
  FAILED_PRECONDITION: 'missing', // a version that is disabled or destroyed
};

const refusal = (kind: string, message: unknown): Failure =>
  new Failure(codes[kind] ?? 'unavailable', `can't be read: ${kind}: ${message}`);

async function loadSdk(): Promise<Sdk> {
  try {
    return await import('@aws-sdk/client-secrets-manager');
  } catch (error) {
    throw new Failure('sdk', `can't be read without @aws-sdk/client-secrets-manager: ${nameOf(error)}`);
  }
}

async function readAws(sdk: Sdk, name: string, region: string, abortSignal: AbortSignal): Promise<string | undefined> {
  const client = clients.get(region) ?? new sdk.SecretsManagerClient({ region, maxAttempts: attempts });
  clients.set(region, client);
  try {
    return (await client.send(new sdk.GetSecretValueCommand({ SecretId: name }), { abortSignal })).SecretString;
  } catch (error) {
    // Anything else may be about an answer that holds the value.
    const isRefusal = error instanceof sdk.SecretsManagerServiceException && error.$metadata.httpStatusCode! >= 400;
    throw isRefusal ? refusal(error.name, error.message) : error;
  }
}

async function readGcp(name: string, send: typeof fetch, signal: AbortSignal): Promise<string | undefined> {
  const metadata = `http://${process.env['GCE_METADATA_HOST'] || 'metadata.google.internal'}/computeMetadata/v1`;
  const ask = (url: string, headers: Record<string, string>) => answer(send, url, { headers, signal });
  const token = await ask(`${metadata}/instance/service-accounts/default/token`, { 'Metadata-Flavor': 'Google' });
  const authorization = `Bearer ${token.access_token}`;
  const { payload } = await ask(`https://secretmanager.googleapis.com/v1/${name}:access`, { authorization });
  const bytes = Buffer.from(payload!.data, 'base64');
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

/** A response of Google's servers. */
interface Answer {
  readonly access_token?: string;
  readonly payload?: { readonly data: string };
  readonly error?: { readonly status?: string; readonly message?: string };
}

/** Sends a request, with retries if a server can't be reached or fails. */
async function answer(send: typeof fetch, url: string, init: RequestInit, attempt = 1): Promise<Answer> {
  const { host } = new URL(url);
  const response = await send(url, init).catch((error: unknown) => nameOf(error));
  if (typeof response !== 'string' && response.ok) return (await response.json()) as Answer;
  const status = typeof response === 'string' ? 503 : response.status;
  if (attempt < attempts && !init.signal?.aborted && (status === 429 || status >= 500)) {
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    return answer(send, url, init, attempt + 1);
  }
  init.signal?.throwIfAborted();
  if (typeof response === 'string') throw refusal(host, response);
  const { error } = (await response.json().catch(() => ({}))) as Answer;
  throw error?.status ? refusal(error.status, error.message) : refusal(host, `HTTP status ${status}`);
}

/** The code or name of an error, preferably of its cause. */
function nameOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? code ?? name);
}
