import { constructId, renamedConstructs } from '../../lib/readback/construct-id';
import { Resource } from '../../lib/readback/resource';

describe('construct-id: the id that an engine makes of a construct path', () => {
  // Ids of templates and stacks that CDK and CDKTF made.
  it.each([
    ['cdk', 'Architecture/functions/audit/Role/Resource', 'ArchitecturefunctionsauditRoleB7E267F9'],
    ['cdk', 'Architecture/apis/public/Api/DefaultStage/Resource', 'ArchitectureapispublicApiDefaultStage34792ECF'],
    ['cdk', 'Architecture/buckets/reports/Bucket/Policy/Resource', 'ArchitecturebucketsreportsBucketPolicy7C6AC3C4'],
    ['cdk', 'DefaultVpcId', 'DefaultVpcId'],
    ['cdktf', 'Architecture/foundation/Repository', 'Architecture_foundation_Repository_BE6954F9'],
    ['cdktf', 'Architecture/functions/audit/Trigger/Invoker', 'Architecture_functions_audit_Trigger_Invoker_C39888BD'],
  ] as const)('is on %s, for %s, %s', (engine, path, id) => expect(constructId(path.split('/'), engine)).toBe(id));

  it('leaves out an id with which the one before it ends', () => {
    expect(constructId(['tables', 's', 'Table', 'Resource'], 'cdk')).toMatch(/^tablesTable[0-9A-F]{8}$/);
  });

  it('leaves out an id that is only a default', () => {
    expect(constructId(['a', 'Default', 'b'], 'cdktf')).toBe(constructId(['a', 'b'], 'cdktf'));
  });
});

const placed = (path: string, id: string, owner?: 'tables.t') => ({
  id,
  path,
  resource: new Resource(path, 'AWS::DynamoDB::Table', {}, owner, path.split('/').slice(-2).join('/')),
});
const at = (path: string, from: number) => constructId(path.split('/').slice(from), 'cdk');
const table = 'App/Shop/tables/t/Table/Resource';

describe('construct-id: the resources with other ids than their paths make', () => {
  it('are none where ids begin below the stack', () => {
    expect(renamedConstructs([placed(table, at(table, 1), 'tables.t')], 'cdk', 'whole')).toEqual([]);
  });

  it('are those of a program whose ids begin elsewhere', () => {
    expect(renamedConstructs([placed(table, at(table, 2), 'tables.t')], 'cdk', 'whole')).toEqual([
      { resource: table, owner: 'tables.t', path: ['id'], value: at(table, 2) },
    ]);
  });

  it('are those outside of the architecture in a program with nothing else', () => {
    const own = placed('App/Own', 'Own');
    expect(renamedConstructs([own], 'cdk', 'whole')).toEqual([{ resource: 'App/Own', path: ['id'], value: 'Own' }]);
    expect(renamedConstructs([own], 'cdk', 'app')).toEqual([]);
  });

  it('are the few that begin in another place than most, in an app with a stage', () => {
    const paths = ['a', 'b', 'c'].map((name) => `Stage/Stack/Shop/tables/t/${name}/Table`);
    const right = paths.map((path) => placed(path, at(path, 2), 'tables.t'));
    const [, , last] = right;
    expect(renamedConstructs(right, 'cdk', 'app').filter(({ path }) => path[0] === 'id')).toEqual([]);
    expect(
      renamedConstructs([...right.slice(0, 2), { ...last!, id: 'Other' }], 'cdk', 'app').filter(
        ({ path }) => path[0] === 'id',
      ),
    ).toEqual([{ resource: paths[2], owner: 'tables.t', path: ['id'], value: 'Other' }]);
  });

  it('are none in an app that makes all ids in its own way', () => {
    expect(renamedConstructs([placed(table, 'Mine', 'tables.t')], 'cdk', 'app')).toEqual([]);
  });

  it('are those that state another id', () => {
    const one = { ...placed(table, at(table, 1), 'tables.t'), stated: 'Other' };
    expect(renamedConstructs([one], 'cdk', 'whole')).toMatchObject([{ path: ['id'], value: at(table, 1) }]);
  });
});
