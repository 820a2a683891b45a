import { toldOn } from '../cases';
import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { standing, startCloud, type Cloud } from './cloud';
import { cdkRig } from './rig';

standingOn(standing, 'cdk deploy', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await startCloud()));
  afterAll(() => cloud?.end());

  tellStory(cdkRig(() => cloud));

  test('what stays when a stack goes refuses to be deleted', async () => {
    const { TableNames } = await cloud.send<{ TableNames: string[] }>('dynamodb', 'ListTables');
    const tables = toldOn('aws-cdk').ready.flatMap(([, { written }]) => Object.keys(written.tables ?? {}));
    expect(TableNames).toHaveLength(tables.length);
    for (const TableName of TableNames) {
      await expect(cloud.send('dynamodb', 'DeleteTable', { TableName })).rejects.toThrow(/deletion protection/i);
    }
  });
});
