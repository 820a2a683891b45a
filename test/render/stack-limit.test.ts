import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { refusedBy } from '../../lib/render/engine-error';
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

/** Synthesizes an architecture with schedules that hand over many bytes, and returns the size of the template. */
function templateWith(inputs: number, bytes: number, suppressTemplateIndentation = false): number {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const stack = new Stack(app, 'shop', { suppressTemplateIndentation });
  const triggers = Array.from({ length: inputs }, () => ({ rate: '5m', input: 'x'.repeat(bytes) }));
  const report = { runtime: 'nodejs22', code: 'code', handler: 'index.handler', triggers } as const;
  const architecture = { name: 'shop', functions: { report } };
  new ServerlessArchitecture(stack, 'Architecture', { architecture, withoutCode: true });
  const template: object = app.synth().getStackByName('shop').template as object;
  return JSON.stringify(template, undefined, suppressTemplateIndentation ? undefined : 1).length;
}

describe('a template', () => {
  test('may have a million bytes', () => {
    const size = templateWith(4, 245_000);
    expect(size).toBeGreaterThan(980_000);
    expect(size).toBeLessThanOrEqual(1_000_000);
  });

  test('fails with more bytes, with their number and what to do', () => {
    let error: unknown;
    try {
      // Few enough for `validate`, which knows the size only when it is certain.
      templateWith(4, 248_500);
    } catch (thrown) {
      error = thrown;
    }
    expect((refusedBy('aws-cdk', error) as Error).message).toMatch(
      /^can't be rendered on aws-cdk: the stack's template must be at most 1000000 bytes, got 100\d{4} \(CloudFormation's limit; split the architecture, or let the code read large values, such as a schedule's input, from a bucket\)$/,
    );
  });

  test('has fewer bytes without indentation, and is measured as it is written', () => {
    const indented = templateWith(4, 0);
    const dense = templateWith(4, 0, true);
    expect(dense).toBeLessThan(indented);
    const bytes = Math.floor((1_000_000 - (dense + indented) / 2) / 4);
    expect(templateWith(4, bytes, true)).toBeLessThanOrEqual(1_000_000);
    expect(() => templateWith(4, bytes)).toThrow("the stack's template must be at most 1000000 bytes");
  });
});
