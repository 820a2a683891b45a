import { requireInstalled } from '../installed';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would fail before anything could be said */
requireInstalled('gcp-pulumi', {
  '@pulumi/pulumi': () => require('@pulumi/pulumi') as unknown,
  '@pulumi/gcp': () => require('@pulumi/gcp/serviceaccount') as unknown,
});
