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

describe('a function on aws-cdk', () => {
  let f: Record<string, Json>;
  beforeAll(async () => {
    f = await resourcesOf(text, 'aws-cdk', 'functions.f');
  });

  it('has a version behind its alias from the first deployment, with provisioned concurrency', () => {
    expect(f['Alias'].Properties).toMatchObject({
      Name: 'live',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
    expect(Object.values(f).map(({ Type }) => Type)).toContain('AWS::Lambda::Version');
  });

  it('renders these resources and no others', () =>
    expect(shown(f)).toMatchInlineSnapshot(`
     "Logs:
       Type: AWS::Logs::LogGroup
       Properties:
         RetentionInDays: 30
       UpdateReplacePolicy: Delete
       DeletionPolicy: Delete
     Role:
       Type: AWS::IAM::Role
       Properties:
         AssumeRolePolicyDocument:
           Statement:
             - Action: sts:AssumeRole
               Effect: Allow
               Principal:
                 Service: lambda.amazonaws.com
           Version: 2012-10-17
         Policies:
           - PolicyDocument:
               Statement:
                 - Action:
                     - logs:CreateLogStream
                     - logs:PutLogEvents
                   Effect: Allow
                   Resource:
                     Fn::GetAtt:
                       - ArchitecturefunctionsfLogs6069109A
                       - Arn
                   Sid: WriteLogs
                 - Action:
                     - dynamodb:BatchGetItem
                     - dynamodb:ConditionCheckItem
                     - dynamodb:DescribeTable
                     - dynamodb:GetItem
                     - dynamodb:Query
                     - dynamodb:Scan
                   Effect: Allow
                   Resource:
                     Fn::GetAtt:
                       - ArchitecturetablestTable593E26A8
                       - Arn
                   Sid: UseTablesT
               Version: 2012-10-17
             PolicyName: Permissions
     Function:
       Type: AWS::Lambda::Function
       Properties:
         Architectures:
           - x86_64
         Code:
           S3Bucket:
             Fn::Sub: cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}
           S3Key: <sha256>.zip
         Environment:
           Variables:
             TABLE:
               Ref: ArchitecturetablestTable593E26A8
         Handler: index.handler
         LoggingConfig:
           LogFormat: Text
           LogGroup:
             Ref: ArchitecturefunctionsfLogs6069109A
         MemorySize: 256
         Role:
           Fn::GetAtt:
             - ArchitecturefunctionsfRole4E54BBA8
             - Arn
         Runtime: nodejs22.x
         Timeout: 60
       DependsOn:
         - ArchitecturefunctionsfRole4E54BBA8
     Function/CurrentVersion:
       Type: AWS::Lambda::Version
       Properties:
         FunctionName:
           Ref: ArchitecturefunctionsfFunction2DA45A78
     Alias:
       Type: AWS::Lambda::Alias
       Properties:
         FunctionName:
           Ref: ArchitecturefunctionsfFunction2DA45A78
         FunctionVersion:
           Fn::GetAtt:
             - ArchitecturefunctionsfFunctionCurrentVersion2EEADFB0<hash>
             - Version
         Name: live
         ProvisionedConcurrencyConfig:
           ProvisionedConcurrentExecutions: 2
     "
    `));
});
