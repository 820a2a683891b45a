import type { Cloud } from '../../lib/model/target';
import { casesOn, editOf, unbuilt } from './cases';
import type { Deployment, Existing, Rig } from './rig';

/** The types of resources that hold people's data, in every engine's words. */
const holdsData = new Set([
  'AWS::DynamoDB::Table',
  'aws:dynamodb/table:Table',
  'google_firestore_database',
  'gcp:firestore/database:Database',
]);

/** The types of the resources that run people's code, in every engine's words: what an edit of the environment must reach. */
const runsCode = new Set([
  'AWS::Lambda::Function',
  'AWS::ECS::TaskDefinition',
  'aws:lambda/function:Function',
  'aws:ecs/taskDefinition:TaskDefinition',
  'google_cloudfunctions2_function',
  'google_cloud_run_v2_service',
  'gcp:cloudfunctionsv2/function:Function',
  'gcp:cloudrunv2/service:Service',
]);

const kept = (existing: readonly Existing[]): readonly Existing[] => existing.filter(({ type }) => holdsData.has(type));

/** What every example goes through under every engine: deployed twice, edited, destroyed. */
export function tellStory(rig: Rig): void {
  const cloud = rig.target.split('-')[0] as Cloud;
  const { ready, lacking } = casesOn(rig.target);
  for (const one of lacking) {
    test.skip(`SKIPPED: ${one.name} on ${rig.target}: ${unbuilt(one, cloud)}`, () => undefined);
  }

  describe.each(ready)(`%s on ${rig.target}`, (_, one) => {
    let deployment: Deployment;
    beforeAll(async () => (deployment = await rig.open(one)));
    afterAll(() => deployment.end());

    test('is deployed, and has its outputs', async () => {
      const outputs = await deployment.deploy();
      expect(Object.keys(outputs).sort()).toEqual(Object.keys(one.written.outputs ?? {}).sort());
      for (const value of Object.values(outputs)) expect(value).toEqual(expect.stringMatching(/^https?:\/\/[^/]+/));
    });

    test('is deployed a second time, and nothing changes', async () => {
      expect(await deployment.changes()).toEqual([]);
      const before = await deployment.existing();
      await deployment.deploy();
      expect(await deployment.existing()).toEqual(before);
    });

    test('changes where one field was edited, and nowhere else', async () => {
      const { element, make } = editOf(one);
      const before = kept(await deployment.existing());
      make(deployment.file);
      const changes = await deployment.changes();
      expect([...new Set(changes.map(({ resource }) => deployment.elementOf(resource)))]).toEqual([element]);
      expect(changes.filter(({ type }) => runsCode.has(type))).toHaveLength(1);
      await deployment.deploy();
      expect(await deployment.changes()).toEqual([]);
      expect(kept(await deployment.existing())).toEqual(before);
    });

    test('is destroyed, and data stays, protected', async () => {
      const before = kept(await deployment.existing());
      expect(before).toHaveLength(Object.keys(one.written.tables ?? {}).length);
      await deployment.destroy();
      expect(await deployment.existing()).toEqual(before);
      expect(before.filter((table) => !table.protected)).toEqual([]);
    });
  });
}
