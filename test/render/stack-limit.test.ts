import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';

/** Synthesizes an architecture of one topic in a stack with other topics of the app's own. */
function synthesizeWith(others: number): void {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const stack = new Stack(app, 'app');
  for (let index = 0; index < others; index++) new Topic(stack, `Topic${index}`);
  new ServerlessArchitecture(stack, 'Shop', { architecture: { name: 'shop', topics: { events: {} } } });
  app.synth();
}

test('a stack: may have 500 resources with those of its app', () => {
  expect(() => synthesizeWith(499)).not.toThrow();
});

test('fails for a stack with more resources, with the number of each side and what to do', () => {
  expect(() => synthesizeWith(500)).toThrow(
    "[app/Shop] the stack must have at most 500 resources, got 501: 1 of this architecture, and the app's own " +
      "(CloudFormation's limit; move other constructs into a stack of their own)",
  );
});
