/** How a secret is read. */
export interface SecretOptions {
  /**
   * How long a value is kept, in milliseconds, before the next call reads it again. 0: every call reads, and shares at
   * most a read that is under way. Infinity: read once by each worker.
   * @default 300000, five minutes
   */
  readonly cacheMilliseconds?: number;
  /**
   * How long a read may take, in milliseconds, with all its requests and their repetitions.
   * @default 5000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * What sends requests on Google Cloud, and only there: a test's stand-in, say.
   * @default the global `fetch`
   */
  readonly fetch?: typeof fetch;
}

/**
 * Why there is no value.
 * - `unset`: the environment variable is absent or empty
 * - `malformed`: the environment variable holds something that identifies no secret
 * - `denied`: this code may not read the secret, or not use the key that it is encrypted with
 * - `missing`: there is no such secret, or no version of it that can be read
 * - `placeholder`: nobody has set a value since the architecture was deployed
 * - `binary`: the value isn't text
 * - `sdk`: on AWS, `@aws-sdk/client-secrets-manager` can't be loaded
 * - `unavailable`: the cloud couldn't be reached, didn't answer in time, or failed; it may pass
 */
export type SecretErrorCode =
  'unset' | 'malformed' | 'denied' | 'missing' | 'placeholder' | 'binary' | 'sdk' | 'unavailable';
