import { reader } from '../../../lib/readback/gcp-pulumi/reader';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';
import { placeholder } from '../store';

const labels = { team: 'x' };
const config = (key: string) => ({ $ref: { config: `gcp:${key}`, path: [] } });

const enabled = (name: string): Piece => ({
  address: `shop-foundation-enable-${name}`,
  type: 'gcp:projects/service:Service',
  owner: 'foundation',
  properties: { inputs: { service: `${name}.googleapis.com` } },
});

const needs = (name: string) => ({ dependsOn: [urnOf(`shop-foundation-enable-${name}`)] });
const deletes = (condition: object) => ({ action: { type: 'Delete' }, condition });

const pieces: readonly Piece[] = [
  enabled('storage'),
  enabled('secretmanager'),
  {
    address: 'shop-b-bucket',
    type: 'gcp:storage/bucket:Bucket',
    owner: 'buckets.b',
    properties: {
      inputs: {
        forceDestroy: false,
        labels,
        lifecycleRules: [
          { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
          deletes({ age: 30, withState: 'LIVE' }),
          deletes({ daysSinceNoncurrentTime: 30, withState: 'ARCHIVED' }),
        ],
        location: config('region'),
        name: { $join: ['store-b-01234567-', config('project')] },
        publicAccessPrevention: 'enforced',
        uniformBucketLevelAccess: true,
        versioning: { enabled: true },
      },
      options: { ...needs('storage'), retainOnDelete: true },
    },
  },
  {
    address: 'shop-s-secret',
    type: 'gcp:secretmanager/secret:Secret',
    owner: 'secrets.s',
    properties: {
      inputs: {
        deletionProtection: true,
        labels,
        replication: { userManaged: { replicas: [{ location: { $ref: { config: 'gcp:region', path: [] } } }] } },
        secretId: 'store-s-01234567',
      },
      options: { ...needs('secretmanager'), retainOnDelete: true },
    },
  },
  {
    address: 'shop-s-secret-placeholder',
    type: 'gcp:secretmanager/secretVersion:SecretVersion',
    owner: 'secrets.s',
    properties: {
      inputs: {
        deletionPolicy: 'ABANDON',
        secret: { $ref: { urn: urnOf('shop-s-secret'), path: ['id'] } },
        secretData: placeholder,
      },
      options: { ignoreChanges: ['secretData', 'enabled'] },
    },
  },
];

const open = (all: readonly Piece[]) => pulumi(all, []);

/** A bucket and a secret in a recording that were written by hand. */
export const store = {
  bucket: { of: 'buckets.b', pieces, open, read: (artefact) => reader.nouns.buckets('b', artefact) } as Element<
    ReturnType<typeof reader.nouns.buckets>
  >,
  secret: { of: 'secrets.s', pieces, open, read: (artefact) => reader.nouns.secrets('s', artefact) } as Element<
    ReturnType<typeof reader.nouns.secrets>
  >,
};
