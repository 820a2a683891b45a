import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Cloud } from '../../../lib/model/target';
import { root } from '../../projects/run';
import { stage } from '../../rendering';
import { standingOn } from '../prepared';
import { changesIn } from './changes';
import { PulumiProject } from './project';

/** A table that is to stay, with its time to live, a bucket, with what protects it, and a secret, with its version. */
const stays = {
  aws: [
    'aws:dynamodb/table:Table',
    'aws:s3/bucket:Bucket',
    'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
    'aws:s3/bucketOwnershipControls:BucketOwnershipControls',
    'aws:s3/bucketPolicy:BucketPolicy',
    'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock',
    'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration',
    'aws:s3/bucketVersioning:BucketVersioning',
    'aws:secretsmanager/secret:Secret',
    'aws:secretsmanager/secretVersion:SecretVersion',
  ],
  gcp: [
    'gcp:firestore/database:Database',
    'gcp:firestore/field:Field',
    'gcp:secretmanager/secret:Secret',
    'gcp:secretmanager/secretVersion:SecretVersion',
    'gcp:storage/bucket:Bucket',
  ],
};

standingOn(['pulumi'], 'something in every field, under pulumi', () => {
  describe.each<Cloud>(['aws', 'gcp'])('on %s', (cloud) => {
    let project: PulumiProject;
    let file: string;
    beforeAll(async () => {
      file = stage({ text: readFileSync(join(root, 'test/vendor/everything.yaml'), 'utf8') });
      project = await PulumiProject.open(cloud, { architecture: file });
    });
    afterAll(() => project.end());

    test('is previewed, deployed, and the same as the program says and as the cloud does', async () => {
      await project.succeed('up', '--yes');
      await project.succeed('preview', '--expect-no-changes');
      await project.succeed('refresh', '--yes', '--skip-preview', '--expect-no-changes');
    });

    test('is deployed when what it holds has to be made anew', async () => {
      const edited = parseDocument(readFileSync(file, 'utf8'));
      edited.setIn(['services', 'open', 'port'], 8080);
      writeFileSync(file, edited.toString());
      for (const folder of ['aws', 'gcp']) writeFileSync(join(file, '../code', folder, 'main.py'), 'edited = True\n');
      const changes = changesIn((await project.succeed('preview', '--json')).out);
      expect(changes.filter(({ action }) => action === 'replace')).not.toEqual([]);
      await project.succeed('up', '--yes', '--skip-preview');
      await project.succeed('preview', '--refresh', '--expect-no-changes');
    });

    test('is destroyed, and leaves what is to stay', async () => {
      await project.succeed('destroy', '--yes');
      expect(project.account.all().map(({ type }) => type)).toEqual(stays[cloud]);
    });
  });
});
