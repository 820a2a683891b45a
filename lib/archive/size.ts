import type { Cloud } from '../model/target';
import { CodeError } from './error';
import type { CodeWarning } from './warning';

const megabyte = 1_048_576;

/**
 * The unpacked size of a function on Lambda: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. In
 * bytes it is `CodeSizeUnzipped`, 262,144,000: https://docs.aws.amazon.com/lambda/latest/api/API_AccountLimit.html
 */
export const lambdaBytes = 250 * megabyte;

/**
 * The size of sources with their modules that Google documents for functions of the first generation; for those of the
 * second it documents none: https://cloud.google.com/functions/quotas
 */
const cloudFunctionsBytes = 500 * megabyte;

/**
 * Compares the unpacked size of code with what a cloud accepts, before any of it is read.
 *
 * @throws CodeError for code that is too large
 */
export function checkSize(bytes: number, cloud: Cloud, shown: string): CodeWarning[] {
  if (cloud === 'aws' && bytes > lambdaBytes) {
    throw new CodeError(
      `"${shown}" must be at most ${inMegabytes(lambdaBytes)} unpacked on aws, got ${inMegabytes(bytes)}`,
      "Lambda's limit: exclude what the code does not need in .triptychignore, read large files from a bucket, or use a service",
    );
  }
  if (cloud === 'aws' || bytes <= cloudFunctionsBytes) return [];
  return [
    {
      message: `"${shown}" has ${inMegabytes(bytes)} unpacked; Google documents a limit of ${inMegabytes(cloudFunctionsBytes)} for Cloud Functions, though not for their second generation`,
      hint: 'exclude what the build does not need in .triptychignore, or read large files from a bucket',
    },
  ];
}

/** In whole megabytes, rounded up: a size above a limit is never shown as the limit. */
const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`;
