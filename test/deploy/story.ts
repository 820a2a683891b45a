import type { Cloud } from '../../lib/model/target';
import { editOf, toldOn, unbuilt } from './cases';
import type { Deployment, Existing, Rig } from './rig';

/** The types of resources that hold people's data, in every engine's words, by the kind of element that they stand for. */
const holdsData = {
  buckets: ['AWS::S3::Bucket', 'aws:s3/bucket:Bucket', 'google_storage_bucket', 'gcp:storage/bucket:Bucket'],
  secrets: [
    'AWS::SecretsManager::Secret',
    'aws:secretsmanager/secret:Secret',
    'google_secret_manager_secret',
    'gcp:secretmanager/secret:Secret',
  ],
  tables: [
    'AWS::DynamoDB::Table',
    'aws:dynamodb/table:Table',
    'google_firestore_database',
    'gcp:firestore/database:Database',
  ],
} as const;

/** The types of what stays with such a resource: what is in it, and what protects it. */
const belongsToData =
  /^(aws:s3\/bucket(LifecycleConfiguration|OwnershipControls|Policy|PublicAccessBlock|ServerSideEncryptionConfiguration|Versioning):|aws:secretsmanager\/secretVersion:|gcp:secretmanager\/secretVersion:|google_secret_manager_secret_version$)/;

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

const ofTypes = (existing: readonly Existing[], types: readonly string[]): readonly Existing[] =>
  existing.filter(({ type }) => types.includes(type));

const data = (existing: readonly Existing[]): readonly Existing[] => ofTypes(existing, Object.values(holdsData).flat());

/** Deploys every example twice, edits it and destroys it, under one engine. */
export function tellStory(rig: Rig): void {
  const cloud = rig.target.split('-')[0] as Cloud;
  const { ready, lacking } = toldOn(rig.target);
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
      for (const [name, written] of Object.entries(one.written.outputs ?? {})) {
        const form = written.endsWith('.url}') ? /^https?:\/\/[^/]+/ : /^[^\s${}]+$/;
        expect(outputs[name]).toEqual(expect.stringMatching(form));
      }
    });

    test('is deployed a second time, and nothing changes', async () => {
      expect(await deployment.changes()).toEqual([]);
      const before = await deployment.existing();
      await deployment.deploy();
      expect(await deployment.existing()).toEqual(before);
    });

    test('changes where one field was edited, and nowhere else', async () => {
      const { element, make } = editOf(one);
      const before = data(await deployment.existing());
      make(deployment.file);
      const changes = await deployment.changes();
      expect([...new Set(changes.map(({ resource }) => deployment.elementOf(resource)))]).toEqual([element]);
      expect(changes.filter(({ type }) => runsCode.has(type))).toHaveLength(1);
      await deployment.deploy();
      expect(await deployment.changes()).toEqual([]);
      expect(data(await deployment.existing())).toEqual(before);
    });

    test('is destroyed, and data stays, protected', async () => {
      const before = await deployment.existing();
      await deployment.destroy();
      const left = await deployment.existing();
      expect(before).toEqual(expect.arrayContaining([...left]));
      for (const [kind, types] of Object.entries(holdsData)) {
        const elements = Object.keys(one.written[kind as keyof typeof holdsData] ?? {});
        expect(ofTypes(left, types).map(({ id }) => id)).toHaveLength(elements.length);
      }
      const rest = left.filter(({ type }) => !data(left).some((one) => one.type === type));
      expect(rest.filter(({ type }) => !belongsToData.test(type))).toEqual([]);
      // Neither cloud lets a bucket be protected, nor AWS a secret.
      expect(ofTypes(left, holdsData.tables).filter((table) => !table.protected)).toEqual([]);
    });
  });
}
