import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ServerlessArchitecture } from 'triptych-iac/aws-cdk';

/** A stack that was there before: a network, a function in it, and a topic. The shop was added to it. */
export class ShopStack extends Stack {
  readonly shop: ServerlessArchitecture;
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new Vpc(this, 'OwnNetwork', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED }],
    });
    this.topic = new Topic(this, 'OwnTopic');

    const parameters = { ownTopic: this.topic.topicArn };
    this.shop = new ServerlessArchitecture(this, 'Shop', { architecture: 'shop.yaml', parameters });
    this.topic.grantPublish(this.shop.functions['order']!.function);

    const report = new LambdaFunction(this, 'OwnReport', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => process.env.TABLE;'),
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      environment: { TABLE: this.shop.tables['orders']!.table.tableName },
    });
    this.shop.tables['orders']!.table.grant(report, 'dynamodb:Scan');

    new CfnOutput(this, 'Address', { value: this.shop.outputs['publicApiUrl']! });
  }
}
