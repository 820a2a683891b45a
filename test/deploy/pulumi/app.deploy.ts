import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clouds } from '../../../lib/model/target';
import { linkApp } from '../../apps/linked';
import { standingOn } from '../prepared';
import { PulumiProject } from './project';
import { plain } from './wire';

// A program with resources and a provider of its own, to which an architecture was added.

const functionType = { aws: 'aws:lambda/function:Function', gcp: 'gcp:cloudfunctionsv2/function:Function' };
const ownBucket = { aws: 'aws:s3/bucket:Bucket', gcp: 'gcp:storage/bucket:Bucket' };

standingOn(['pulumi'], 'pulumi up of an app of your own', () => {
  describe.each(clouds)('on %s', (cloud) => {
    let project: PulumiProject;
    beforeAll(async () => {
      project = await PulumiProject.open(cloud, {}, (clone) => {
        mkdirSync(clone, { recursive: true });
        linkApp(`${cloud}-pulumi`, join(clone, 'pulumi'));
      });
    });
    afterAll(() => project?.end());

    const up = async (...config: readonly string[]): Promise<string> => {
      if (config.length > 0) await project.succeed('config', ...config);
      return (await project.succeed('up', '--yes', '--skip-preview')).out;
    };
    const functions = (): string =>
      JSON.stringify(
        project.account
          .all()
          .filter(({ type }) => type === functionType[cloud])
          .map(({ inputs }) => plain(inputs)),
      );
    const hasMore = (): boolean => /"memorySize":512|"availableMemory":"512Mi"/.test(functions());

    test('deploys both', async () => {
      await up();
      expect(functions()).toMatch(/"memorySize":256|"availableMemory":"256Mi"/);
      expect(hasMore()).toBe(false);
      expect(project.account.all().filter(({ type }) => type === ownBucket[cloud]).length).toBeGreaterThan(0);
    });

    test('changes one value of the architecture, and changes it back', async () => {
      // An alias of AWS follows the function's version.
      expect(await up('set', '--plaintext', 'memory', '512')).toMatch(/[12] updated/);
      expect(hasMore()).toBe(true);
      expect(await up('rm', 'memory')).toMatch(/[12] updated/);
      expect(hasMore()).toBe(false);
      expect(await up()).toMatch(/Resources:\s+\d+ unchanged/);
    });
  });
});
