import { requireInstalled } from './installed';

// The SDKs of clouds are required where a program needs them.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would fail before anything could be said
requireInstalled('pulumi', { '@pulumi/pulumi': () => require('@pulumi/pulumi') as unknown });
