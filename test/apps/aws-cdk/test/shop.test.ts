import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { verify } from 'triptych-iac';
import { ShopStack } from '../lib/shop-stack';

const stack = new ShopStack(new App(), 'ShopStack');

test('the report may read orders', () => {
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    VpcConfig: Match.anyValue(),
  });
});

test('orders are told to the topic', () => {
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.order',
    Environment: { Variables: Match.objectLike({ OWN_TOPIC: stack.resolve(stack.topic.topicArn) as unknown }) },
  });
});

test('the shop is what shop.yaml promises', async () => {
  const verified = await verify(stack, { architecture: 'shop.yaml' });
  verified.assertEquivalent();
  expect(verified.targets).toEqual(['aws-cdk']);
});

test('a change that nobody declared fails', async () => {
  const changed = new ShopStack(new App(), 'ShopStack');
  (changed.shop.functions['worker']!.function.node.defaultChild as CfnFunction).memorySize = 1024;
  expect((await verify(changed, { architecture: 'shop.yaml' })).differences).toEqual([
    { target: 'aws-cdk', path: 'functions.worker.memoryMiB', expected: 256, actual: 1024 },
  ]);
});
