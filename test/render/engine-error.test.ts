import { Construct } from 'constructs';
import { App, Stack } from 'aws-cdk-lib';
import { onEngine, refusedBy } from '../../lib/render/engine-error';
import { ArchitectureError } from '../../lib/model/problem';

const messageOf = (error: unknown): string => (error as Error).message;

describe('what an engine refuses', () => {
  test('becomes a problem with the element, the target and what to do: two constructs with one name', () => {
    const scope = new Construct(new Construct(new Stack(new App(), 'shop'), 'functions'), 'orders');
    new Construct(scope, 'Schedule');
    let error: unknown;
    try {
      onEngine('aws-cdk', () => new Construct(scope, 'Schedule'));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ArchitectureError);
    expect(messageOf(error)).toMatch(
      /^(?:functions\.orders: )?can't be rendered on aws-cdk: there is already a Construct with name 'Schedule' in .* \(two parts get the same name: rename one of their elements\)$/,
    );
    expect((error as Error).cause).toBeInstanceOf(Error);
  });

  test('becomes a problem: a duplicate URN', () => {
    const urn =
      'urn:pulumi:dev::shop::triptych:aws:ServerlessArchitecture$triptych:aws:Queue$aws:sqs/queue:Queue::shop-orders-dead-letters';
    expect(messageOf(refusedBy('aws-pulumi', new Error(`Duplicate resource URN '${urn}'; try another name`)))).toBe(
      `queues (shop-orders-dead-letters): can't be rendered on aws-pulumi: duplicate resource URN '${urn}'; try another name (two parts get the same name: rename one of their elements)`,
    );
  });

  test('becomes a problem: too many resources', () => {
    const raw = new Error('Number of resources in stack [shop]: 720 is greater than allowed maximum of 500: …');
    expect(messageOf(refusedBy('aws-cdk', raw))).toContain(
      '(split the architecture into several, each with its own stack)',
    );
  });

  test('becomes a problem that says where to turn if it names nothing', () => {
    expect(messageOf(refusedBy('gcp-cdktf', new TypeError('x is undefined')))).toBe(
      "can't be rendered on gcp-cdktf: x is undefined (change what the message names; if it names nothing that you wrote, report it)",
    );
  });

  test('stays as it is if it says itself what to do', () => {
    const ours = new ArchitectureError([{ severity: 'error', path: 'name', message: 'is required' }]);
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    expect(refusedBy('aws-cdk', ours)).toBe(ours);
    expect(refusedBy('aws-cdk', full)).toBe(full);
  });
});
