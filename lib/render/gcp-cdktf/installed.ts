import { requireInstalled } from '../installed';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would fail before anything could be said */
requireInstalled('gcp-cdktf', {
  cdktf: () => require('cdktf') as unknown,
  '@cdktf/provider-google': () => require('@cdktf/provider-google/lib/service-account') as unknown,
  constructs: () => require('constructs') as unknown,
});
