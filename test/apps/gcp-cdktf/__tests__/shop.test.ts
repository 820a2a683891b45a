import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { Testing } from 'cdktf';
import { verify } from 'triptych-iac';
import { ShopStack } from '../shop-stack';

const stack = new ShopStack(Testing.app(), 'shop-stack');

test('reports have a bucket', () => {
  expect(
    Testing.toHaveResourceWithProperties(Testing.synth(stack), StorageBucket.tfResourceType, { location: 'EU' }),
  ).toBe(true);
});

test('orders are copied there', () => {
  expect(Testing.synth(stack)).toContain('"REPORTS": "${google_storage_bucket.own-bucket.name}"');
});

test('the shop is what shop.yaml promises', async () => {
  const verified = await verify(stack, { architecture: 'shop.yaml' });
  verified.assertEquivalent();
  expect(verified.targets).toEqual(['gcp-cdktf']);
});

test('a change that nobody declared fails', async () => {
  const changed = new ShopStack(Testing.app(), 'shop-stack');
  changed.shop.functions['worker']!.function.addOverride('service_config.available_memory', '1024Mi');
  expect((await verify(changed, { architecture: 'shop.yaml' })).differences).toEqual([
    { target: 'gcp-cdktf', path: 'functions.worker.memoryMiB', expected: 256, actual: 1024 },
  ]);
});
