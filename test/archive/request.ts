import type { CodeRequest } from '../../lib/archive/code';
import type { Cloud } from '../../lib/model/target';

/** Requests for a Node function on a cloud whose code is in `code`, unless something else is given. */
export const nodeOn =
  (cloud: Cloud) =>
  (directory: string, more: Partial<CodeRequest> = {}): CodeRequest => ({
    directory,
    code: 'code',
    runtime: 'nodejs22',
    handler: 'index.handler',
    cloud,
    ...more,
  });
