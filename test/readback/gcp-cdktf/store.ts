import { reader } from '../../../lib/readback/gcp-cdktf/reader';
import { terraform, type Piece } from '../pieces';
import type { Element } from '../shop';
import { placeholder } from '../store';

const labels = { team: 'x' };
const stays = { prevent_destroy: true };

const enabled = (name: string): Piece => ({
  address: `google_project_service.${name}`,
  type: 'google_project_service',
  owner: 'foundation',
  properties: { service: `${name}.googleapis.com` },
});

const deletes = (condition: object) => ({ action: { type: 'Delete' }, condition });

const pieces: readonly Piece[] = [
  enabled('storage'),
  enabled('secretmanager'),
  {
    address: 'google_storage_bucket.B',
    type: 'google_storage_bucket',
    owner: 'buckets.b',
    properties: {
      depends_on: ['google_project_service.storage'],
      force_destroy: false,
      labels,
      lifecycle: stays,
      lifecycle_rule: [
        { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
        deletes({ age: 30, with_state: 'LIVE' }),
        deletes({ days_since_noncurrent_time: 30, with_state: 'ARCHIVED' }),
      ],
      location: '${var.region}',
      name: 'store-b-01234567-${var.project}',
      public_access_prevention: 'enforced',
      uniform_bucket_level_access: true,
      versioning: { enabled: true },
    },
  },
  {
    address: 'google_secret_manager_secret.S',
    type: 'google_secret_manager_secret',
    owner: 'secrets.s',
    properties: {
      deletion_protection: true,
      depends_on: ['google_project_service.secretmanager'],
      labels,
      lifecycle: stays,
      replication: { user_managed: { replicas: [{ location: '${var.region}' }] } },
      secret_id: 'store-s-01234567',
    },
  },
  {
    address: 'google_secret_manager_secret_version.S',
    type: 'google_secret_manager_secret_version',
    owner: 'secrets.s',
    properties: {
      deletion_policy: 'ABANDON',
      lifecycle: { ignore_changes: ['secret_data', 'enabled'] },
      secret: '${google_secret_manager_secret.S.id}',
      secret_data: placeholder,
    },
  },
];

const open = (all: readonly Piece[]) => terraform(all);

/** A bucket and a secret in Terraform's JSON that were written by hand. */
export const store = {
  bucket: { of: 'buckets.b', pieces, open, read: (artefact) => reader.nouns.buckets('b', artefact) } as Element<
    ReturnType<typeof reader.nouns.buckets>
  >,
  secret: { of: 'secrets.s', pieces, open, read: (artefact) => reader.nouns.secrets('s', artefact) } as Element<
    ReturnType<typeof reader.nouns.secrets>
  >,
};
