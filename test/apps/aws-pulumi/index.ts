import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { ServerlessArchitecture } from 'triptych-iac/pulumi-aws';

// What was there before: a bucket of reports, in a region of its own, and a role that reads the shop's orders.
const provider = new aws.Provider('own', { region: aws.config.requireRegion() });
const reports = new aws.s3.Bucket('own-reports', {}, { provider });
const reader = new aws.iam.Role(
  'own-report',
  { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'ec2.amazonaws.com' }) },
  { provider },
);

const shop = new ServerlessArchitecture(
  'shop',
  { architecture: 'shop.yaml', parameters: { reports: reports.bucket } },
  { provider },
);

new aws.iam.RolePolicy(
  'own-orders',
  {
    role: shop.functions['order']!.role.id,
    policy: pulumi.jsonStringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: pulumi.interpolate`${reports.arn}/*` }],
    }),
  },
  { provider },
);

new aws.iam.RolePolicy(
  'own-report-reads',
  {
    role: reader.id,
    policy: pulumi.jsonStringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'dynamodb:Scan', Resource: shop.tables['orders']!.table.arn }],
    }),
  },
  { provider },
);

export const address = shop.outputs['publicApiUrl'];
export const bucket = reports.bucket;
