import { Annotations, App, Stack, Tags, Validations } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { verify } from '../../lib';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { temporaryFolder } from '../rendering';
import { ownFunction } from './own';

// The programs that docs/add-to-cdk.md quotes.

/** Makes the app of the page. */
export function build(architecture: string): App {
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false });
  const stack = new Stack(app, 'Shop');
  const shop = new ServerlessArchitecture(stack, 'Shop', { architecture });

  const own = ownFunction(stack);
  const ownTopic = new Topic(stack, 'OwnTopic');

  shop.tables['orders']?.table.grantReadData(own);
  own.addEnvironment('ORDERS', shop.tables['orders']!.table.tableName);
  ownTopic.addSubscription(new SqsSubscription(shop.queues['failed']!.queue));

  const resource = shop.functions['orders']!.function.node.defaultChild as CfnFunction;
  resource.memorySize = 1024;

  Annotations.of(shop).acknowledgeWarning('triptych:services.web.ingress', 'a demo without personal data');

  Validations.of(shop).acknowledge({ id: 'AwsSolutions::AwsSolutions-SQS4', reason: '…' });

  for (const env of ['dev', 'prod']) {
    const stack = new Stack(app, `Shop-${env}`);
    Tags.of(stack).add('stage', env);
    new ServerlessArchitecture(stack, 'Shop', { architecture, env });
  }
  return app;
}

/** Makes the test of the page. */
export function tests(stack: Stack): void {
  test('the shop is what its architecture promises', async () => {
    const verified = await verify(stack, { architecture: 'shop.yaml' });
    verified.assertEquivalent();
  });
}
