import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { recordingMocks, verify } from 'triptych-iac';

const mocks = recordingMocks();
pulumi.runtime.setMocks(mocks, 'shop-on-gcp', 'dev', true);
let program: typeof import('../index');
before(async () => (program = await import('../index')));

test('the shop is what shop.yaml promises', async () => {
  const verified = await verify(mocks, { architecture: 'shop.yaml' });
  verified.assertEquivalent();
  assert.deepEqual(verified.targets, ['gcp-pulumi']);
  assert.ok(program.address);
});
