import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { python } from '../../../scripts/tool';
import { cached, fetch, require, type Need } from '../tool';

/** The version whose private names the additions in `ministack/` use; they refuse any other. */
const version = '1.5.33';

/** AWS on the loopback interface: MiniStack in a Python of its own, with the SDK that Lambda's Python runtimes hold. */
export const ministack: Need = {
  name: 'ministack',
  prepare() {
    require({ ...python, atLeast: [3, 10] });
    return cached(`ministack-${version}`, async (folder) => {
      await fetch(['python3', '-m', 'venv', folder], folder);
      const pip = [join(folder, 'bin/python'), '-m', 'pip', 'install', '--quiet', '--retries', '1'] as const;
      await fetch([...pip, `ministack==${version}`, 'boto3==1.43.106'], folder);
    });
  },
};

/** Installs packages of npm into a folder. */
const install = (folder: string, packages: readonly string[]): Promise<void> =>
  fetch(
    ['npm', 'install', '--loglevel=error', '--logs-max=0', '--no-audit', '--no-fund', '--prefix=.', ...packages],
    folder,
  );

/** The package of npm that holds Node's executable for this machine; `node` itself would fetch it with a script. */
const nodePackage = `node${process.platform === 'darwin' && process.arch === 'arm64' ? '-bin' : ''}-${process.platform}-${process.arch}`;

/** The folder of an executable `node` that runs functions of the runtime `nodejs22`, whichever Node runs the tests. */
export const node22: Need = {
  name: 'node22',
  async prepare() {
    const folder = await cached('node-22.23.3', (made) => install(made, [`${nodePackage}@22.23.3`]));
    return join(folder, 'node_modules', nodePackage, 'bin');
  },
};

/** The services that are asked, by their packages, with the names of their clients. */
export const services = {
  apigatewayv2: 'ApiGatewayV2Client',
  'application-auto-scaling': 'ApplicationAutoScalingClient',
  cloudformation: 'CloudFormationClient',
  cloudwatch: 'CloudWatchClient',
  'cloudwatch-logs': 'CloudWatchLogsClient',
  dynamodb: 'DynamoDBClient',
  ec2: 'EC2Client',
  ecs: 'ECSClient',
  'elastic-load-balancing-v2': 'ElasticLoadBalancingV2Client',
  eventbridge: 'EventBridgeClient',
  iam: 'IAMClient',
  lambda: 'LambdaClient',
  s3: 'S3Client',
  scheduler: 'SchedulerClient',
  'secrets-manager': 'SecretsManagerClient',
  servicediscovery: 'ServiceDiscoveryClient',
  sns: 'SNSClient',
  sqs: 'SQSClient',
  ssm: 'SSMClient',
} as const;

/** The release of the SDK. A package that it didn't change is of the last one that did. */
const sdkRelease = '3.1169.0';

const sdkPackages = Object.keys(services).map((name) => `@aws-sdk/client-${name}@<=${sdkRelease}`);
const sdkKey = createHash('sha256').update(sdkPackages.join()).digest('hex').slice(0, 8);

/** The SDK, with which the tests look at what was deployed, and which Lambda's Node runtimes hold. */
export const awsSdk: Need = {
  name: 'aws-sdk',
  prepare: () => cached(`aws-sdk-${sdkRelease}-${sdkKey}`, (folder) => install(folder, sdkPackages)),
};
