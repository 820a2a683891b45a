import { Provider } from '@pulumi/gcp';
import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ServerlessArchitecture } from '../../../lib/render/gcp-pulumi';
import { record } from '../../synth/pulumi/record';

// Two architectures in one program.

const queue = (name: string, queueName = 'jobs') => ({ name, queues: { [queueName]: {} } });

type Second = readonly [architecture: ReturnType<typeof queue>, env?: string, options?: () => ComponentResourceOptions];

const both = ([architecture, env, options]: Second) =>
  record(() => {
    new ServerlessArchitecture('first', { architecture: queue('shop') });
    new ServerlessArchitecture('second', { architecture, ...(env && { env }) }, options?.());
  });

test('same names: of an element of two architectures are an error at preview', async () => {
  await expect(both([queue('shop')])).rejects.toThrow(
    /name: shop is also the name of the architecture in first, with the same environment and provider: queues\.jobs would get the name of its queues\.jobs.*give second another env, another provider, or/s,
  );
});

test.each<[string, Second]>([
  ['another name', [queue('stock')]],
  ['another environment', [queue('shop'), 'two']],
  [
    'another provider',
    [
      queue('shop'),
      undefined,
      () => ({ provider: new Provider('other', { project: 'other', region: 'europe-west1' }) }),
    ],
  ],
  ['other elements', [queue('shop', 'others')]],
])('same names: are none with %s', async (_, second) => {
  const { resources } = await both(second);
  const names = resources.filter(({ type }) => type === 'gcp:pubsub/topic:Topic').map(({ inputs }) => inputs['name']);
  expect(names.length).toBeGreaterThan(1);
  expect(second[2] ? names.length / 2 : names.length).toBe(new Set(names).size);
});
