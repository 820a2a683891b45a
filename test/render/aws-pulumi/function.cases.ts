import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: { TABLE: "\${tables.t.name}" }
    uses: { tables.t: read }
    coldStart: { provisioned: 2 }
tables: { t: { partitionKey: { name: id, type: string }, retain: false } }`;

describe('a function on aws-pulumi', () => {
  let f: Record<string, Json>;
  beforeAll(async () => {
    f = await resourcesOf(text, 'aws-pulumi', 'functions.f');
  });

  it('has a version behind its alias from the first deployment, with provisioned concurrency', () => {
    expect(f['alias'].inputs.name).toBe('live');
    expect(f['function'].inputs.publish).toBe(true);
    expect(f['provisioned'].inputs.provisionedConcurrentExecutions).toBe(2);
  });

  it('renders these resources and no others', () =>
    expect(shown(f)).toMatchInlineSnapshot(`
     "logs:
       type: aws:cloudwatch/logGroup:LogGroup
       inputs:
         retentionInDays: 30
     role:
       type: aws:iam/role:Role
       inputs:
         assumeRolePolicy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
     permissions:
       type: aws:iam/rolePolicy:RolePolicy
       inputs:
         policy:
           $join:
             - '{"Version":"2012-10-17","Statement":[{"Sid":"WriteLogs","Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":["'
             - <shop-f-logs.arn>
             - :*"]},{"Sid":"UseTablesT","Effect":"Allow","Action":["dynamodb:BatchGetItem","dynamodb:ConditionCheckItem","dynamodb:DescribeTable","dynamodb:GetItem","dynamodb:Query","dynamodb:Scan"],"Resource":["
             - <shop-t-table.arn>
             - '"]}]}'
         role: <shop-f-role.id>
     alias:
       type: aws:lambda/alias:Alias
       inputs:
         functionName: <shop-f-function.name>
         functionVersion: <shop-f-function.version>
         name: live
     function:
       type: aws:lambda/function:Function
       inputs:
         architectures:
           - x86_64
         code:
           $archive:
             path: assets/<sha256>.zip
             sha256: <sha256>
         environment:
           variables:
             TABLE: <shop-t-table.name>
         handler: index.handler
         loggingConfig:
           logFormat: Text
           logGroup: <shop-f-logs.name>
         memorySize: 256
         publish: true
         role: <shop-f-role.arn>
         runtime: nodejs22.x
         timeout: 60
       options:
         dependsOn:
           - …::shop-f-permissions
     provisioned:
       type: aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig
       inputs:
         functionName: <shop-f-function.name>
         provisionedConcurrentExecutions: 2
         qualifier: <shop-f-alias.name>
     "
    `));
});
