import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../../lib/model/target';
import { standingOn } from '../prepared';
import { PulumiProject } from './project';
import { componentOf, withoutRetention, withoutTable, writeShop } from './shop';

const tables = {
  aws: { type: 'aws:dynamodb/table:Table', name: 'shop-orders-table' },
  gcp: { type: 'gcp:firestore/database:Database', name: 'shop-orders-database' },
};

standingOn(['pulumi'], 'data under pulumi', () => {
  describe.each<Cloud>(['aws', 'gcp'])('on %s', (cloud) => {
    let project: PulumiProject;
    beforeEach(async () => {
      project = await PulumiProject.open(cloud);
      await project.configure({ architecture: writeShop(project.folder) });
    });
    afterEach(() => project.end());

    const deploy = () => project.succeed('up', '--yes', '--skip-preview');
    const table = () => project.account.all().find(({ type }) => type === tables[cloud].type);

    test('stays when its table is taken out and all is destroyed, and can be taken in again', async () => {
      await deploy();
      const before = table();
      writeShop(project.folder, withoutTable);
      expect((await deploy()).out).toMatch(new RegExp(`${tables[cloud].name} .*\\[retain\\]`));
      expect(table()).toEqual(before);
      expect((await project.succeed('stack', 'export')).out).not.toContain(tables[cloud].type);

      await project.succeed('destroy', '--yes');
      expect(project.account.all()).toEqual([before]);

      writeShop(project.folder);
      const components = ['**:ServerlessArchitecture::shop', '**:Table::shop-orders'];
      await project.succeed('up', '--yes', '--skip-preview', ...components.flatMap((one) => ['--target', one]));
      await project.takeIn(before!, tables[cloud].name, componentOf(cloud, 'Table'));
      await deploy();
      expect(table()).toEqual(before);
      await project.succeed('preview', '--refresh', '--expect-no-changes');
    });

    test('goes, once the architecture says that it need not stay', async () => {
      await deploy();
      writeShop(project.folder, withoutRetention);
      await deploy();
      await project.succeed('destroy', '--yes');
      expect(project.account.all()).toEqual([]);
    });
  });

  test('is protected by the engine too, where an app says so', async () => {
    const project = await PulumiProject.open('aws');
    const file = writeShop(project.folder);
    writeFileSync(
      join(project.project, 'index.ts'),
      `import { ServerlessArchitecture } from '../lib/render/pulumi';
      const protect = ({ type, props, opts }: any) =>
        type === '${tables.aws.type}' ? { props, opts: { ...opts, protect: true } } : undefined;
      new ServerlessArchitecture('shop', { cloud: 'aws', architecture: '${file}' }, { transformations: [protect] });\n`,
    );
    await project.succeed('up', '--yes', '--skip-preview');
    const before = project.account.all();
    const { code, out, err } = await project.run(['destroy', '--yes']);
    expect(code).not.toBe(0);
    expect(out + err).toMatch(/cannot be deleted|protected/);
    expect(project.account.all()).toEqual(before);
    project.end();
  });
});
