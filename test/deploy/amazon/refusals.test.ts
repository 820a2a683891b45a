import { refusalOf, refusals, type Asked } from './refusals';
import { ScalableTargets } from './scalable-targets';

const handler = (inputs: Asked['inputs']): Asked => ({
  type: 'aws:lambda/function:Function',
  inputs: { name: 'shop-count', ...inputs },
});
const provisioned = (provisionedConcurrentExecutions: number): Asked => ({
  type: 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
  inputs: { functionName: 'shop-count', qualifier: 'live', provisionedConcurrentExecutions },
});
const scaled = (minCapacity: number, resourceId = 'function:shop-count:live'): Asked => ({
  type: 'aws:appautoscaling/target:Target',
  inputs: { resourceId, minCapacity, maxCapacity: 50 },
});
const link = (...subnetIds: readonly string[]): Asked => ({
  type: 'aws:apigatewayv2/vpcLink:VpcLink',
  inputs: { subnetIds },
});

type Case = readonly [asked: Asked, existing: readonly Asked[]];

/** For each refusal, what it refuses and the nearest that it accepts. */
const cases: Readonly<Record<keyof typeof refusals, { refused: readonly Case[]; accepted: readonly Case[] }>> = {
  linkInUnsupportedZone: {
    refused: [[link('subnet-0a', 'subnet-0c'), []]],
    accepted: [[link('subnet-0a', 'subnet-0b'), []]],
  },
  reservedBelowProvisioned: {
    refused: [
      [handler({ reservedConcurrentExecutions: 10 }), [handler({ reservedConcurrentExecutions: 40 }), provisioned(20)]],
      [handler({ reservedConcurrentExecutions: 10 }), [scaled(20)]],
      [provisioned(11), [handler({ reservedConcurrentExecutions: 10 })]],
      [scaled(11), [handler({ reservedConcurrentExecutions: 10 })]],
    ],
    accepted: [
      [provisioned(10), [handler({ reservedConcurrentExecutions: 10 })]],
      [provisioned(11), [handler({ reservedConcurrentExecutions: -1 })]],
      [provisioned(11), [handler({})]],
      [scaled(11, 'function:shop-other:live'), [handler({ reservedConcurrentExecutions: 10 })]],
    ],
  },
  reservedVariable: {
    refused: [[handler({ environment: { variables: { AWS_REGION: 'eu-west-1' } } }), []]],
    accepted: [[handler({ environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/wrap' } } }), []]],
  },
};

describe.each(Object.entries(cases))('%s', (name, { refused, accepted }) => {
  const refuse = refusals[name as keyof typeof refusals];
  const json = (all: readonly Case[]) => all.map((one) => [JSON.stringify(one), ...one] as const);

  test.each(json(refused))('refuses %s', (_, asked, existing) => {
    expect(refuse(asked, existing)).toEqual(expect.any(String));
    expect(refusalOf(asked, existing)).toEqual(expect.any(String));
  });

  test.each(json(accepted))('accepts %s', (_, asked, existing) => {
    expect(refuse(asked, existing)).toBeUndefined();
  });
});

describe('updates of a scalable target', () => {
  const targets = new ScalableTargets();
  const update = (resourceId: string) => {
    const { type, inputs } = scaled(1, resourceId);
    return targets.during(type, inputs, () => resourceId);
  };

  test('are refused at the same time', async () => {
    const [first, second] = await Promise.allSettled([update('function:a:live'), update('function:a:live')]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({
      status: 'rejected',
      reason: expect.objectContaining({
        message: expect.stringContaining('ConcurrentUpdateException') as string,
      }) as Error,
    });
  });

  test('are accepted one after the other, and of several targets at the same time', async () => {
    expect(await Promise.all([update('function:a:live'), update('function:b:live')])).toHaveLength(2);
    expect(await update('function:a:live')).toBe('function:a:live');
  });
});
