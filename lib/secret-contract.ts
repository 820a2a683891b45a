/** Options for reading a secret. */
export interface SecretOptions {
  /**
   * The lifetime of a cached value, in milliseconds. 0 disables the cache, except that concurrent calls share a read.
   * Infinity reads once per worker.
   * @default 300000, five minutes
   */
  readonly cacheMilliseconds?: number;
  /**
   * The time limit of a read, in milliseconds, including all requests and retries.
   * @default 5000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * Sends requests on Google Cloud, for example a fake in a test. Unused on AWS.
   * @default the global `fetch`
   */
  readonly fetch?: typeof fetch;
}

/**
 * The reason why a value can't be read.
 * - `unset`: the environment variable is absent or empty
 * - `malformed`: the environment variable doesn't contain the identifier of a secret
 * - `denied`: no permission to read the secret, or to use its encryption key
 * - `missing`: the secret doesn't exist, or has no readable version
 * - `placeholder`: no value has been set since the first deployment
 * - `binary`: the value isn't text
 * - `sdk`: on AWS, `@aws-sdk/client-secrets-manager` can't be loaded
 * - `unavailable`: the cloud couldn't be reached, didn't answer in time, or failed; a later call may succeed
 */
export type SecretErrorCode =
  'unset' | 'malformed' | 'denied' | 'missing' | 'placeholder' | 'binary' | 'sdk' | 'unavailable';
