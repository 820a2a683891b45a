import * as aws from '@pulumi/aws';
import * as gcp from '@pulumi/gcp';
import * as pulumi from '@pulumi/pulumi';
import { recordingMocks, verify } from '../../../lib';
import { ServerlessArchitecture } from '../../../lib/render/aws-pulumi';
import { ServerlessArchitecture as OnGoogleCloud } from '../../../lib/render/gcp-pulumi';

// The programs that docs/add-to-pulumi.md quotes.

/** Makes the program of the page. */
export function build(architecture: string): void {
  const moreMemory: pulumi.ResourceTransformation = ({ name, props, opts }) =>
    name === 'shop-worker-function' ? { props: { ...props, memorySize: 1024 }, opts } : undefined;

  const shop = new ServerlessArchitecture('shop', { architecture }, { transformations: [moreMemory] });

  const own = new aws.iam.Role('own', { assumeRolePolicy });
  new aws.iam.RolePolicy('own', {
    role: own.id,
    policy: pulumi.jsonStringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'dynamodb:Scan', Resource: shop.tables['orders']!.table.arn }],
    }),
  });

  const queue = new aws.sqs.Queue('own');
  new aws.sns.TopicSubscription('own', {
    topic: shop.topics['events']!.topic.arn,
    protocol: 'sqs',
    endpoint: queue.arn,
  });

  for (const region of ['eu-west-1', 'us-east-1']) {
    const provider = new aws.Provider(region, { region });
    new ServerlessArchitecture(`shop-${region}`, { architecture }, { provider });
  }
}

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' });

/** Makes the program of the page for Google Cloud. */
export function buildOnGoogleCloud(architecture: string): void {
  const provider = new gcp.Provider('shop', { project: 'shop-123', region: 'europe-west1' });
  new OnGoogleCloud('shop', { architecture }, { provider });
}

/** Makes the test of the page. */
export function tests(): void {
  const mocks = recordingMocks();
  void pulumi.runtime.setMocks(mocks, 'shop', 'dev', true);

  test('the shop is what its architecture promises', async () => {
    (await verify(mocks, { architecture: 'shop.yaml' })).assertEquivalent();
  });
}
