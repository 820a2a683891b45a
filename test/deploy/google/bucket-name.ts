import { textAt, type Refusal } from './resource';

/** https://docs.cloud.google.com/storage/docs/buckets#naming */
const reserved = /^goog|g[o0]{2}g[l1]e/;

/** Refuses names that Cloud Storage keeps to itself. */
export const reservedBucketName: Refusal = (asked) =>
  asked.type === 'google_storage_bucket' && reserved.test(textAt(asked, 'name'))
    ? `googleapi: Error 400: Invalid bucket name: '${textAt(asked, 'name')}', invalid`
    : undefined;
