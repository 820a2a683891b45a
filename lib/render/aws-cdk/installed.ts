import { requireInstalled } from '../installed';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would fail before anything could be said */
requireInstalled('aws-cdk', {
  'aws-cdk-lib': () => require('aws-cdk-lib') as unknown,
  constructs: () => require('constructs') as unknown,
});
