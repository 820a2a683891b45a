import { requireInstalled } from '../installed';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would fail before anything could be said */
requireInstalled('aws-pulumi', {
  '@pulumi/pulumi': () => require('@pulumi/pulumi') as unknown,
  '@pulumi/aws': () => require('@pulumi/aws/cloudwatch') as unknown,
});
