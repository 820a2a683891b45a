import { App, TerraformStack, TerraformVariable } from 'cdktf';
import type { Cloudfunctions2Function } from '@cdktf/provider-google/lib/cloudfunctions2-function';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TimeProvider } from '@cdktf/provider-time/lib/provider';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { join } from 'node:path';
import { defineArchitecture } from '../../lib/model/define';
import { ServerlessArchitecture } from '../../lib/render/gcp-cdktf';
import { temporaryFolder } from '../rendering';
import { minimumIn, stackOf } from './cdktf-stack';

// The construct in an app that a team has already, beside what else is in it.

const output = join(temporaryFolder(), 'team');

describe('an app of a team', () => {
  const shop = defineArchitecture({
    name: 'shop',
    parameters: { warm: { type: 'number', default: 1 } },
    functions: {
      orders: {
        runtime: 'nodejs22',
        code: 'examples/provisioned/node',
        handler: { aws: 'lambda.handler', gcp: 'counter' },
        http: 'public',
        coldStart: { provisioned: '${parameters.warm}' },
      },
    },
  });
  const app = new App({ outdir: output, context: { warm: 7 } });
  const stacks = ['first', 'second'].map((name) => {
    const stack = new TerraformStack(app, name);
    const project = new TerraformVariable(stack, 'project', { type: 'string' }).stringValue;
    new GoogleProvider(stack, 'google', { project });
    const place = { project, region: 'europe-west1' };
    if (name === 'first') new TimeProvider(stack, 'time');
    ServerlessArchitecture.addProviders(stack, { architecture: shop, ...place });
    const architecture = new ServerlessArchitecture(stack, 'Shop', {
      architecture: shop,
      ...place,
      ...(name === 'first' && { parameters: { warm: 5 } }),
    });
    return { stack, project, made: architecture };
  });
  const [{ stack, project, made }] = stacks as [(typeof stacks)[number]];
  const audit = defineArchitecture({
    name: 'audit',
    tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
  });
  new ServerlessArchitecture(stack, 'Audit', { architecture: audit, project, region: 'europe-west1' });
  new StorageBucket(stack, 'bucket', { name: 'theirs', location: 'EU' });
  const changed: Cloudfunctions2Function = made.functions.orders.function;
  changed.addOverride('service_config.max_instance_count', 9);
  app.synth();
  const first = stackOf(output, 'first');

  test('holds two architectures in one stack, and one architecture in two', () => {
    expect(first['//'].triptych).toMatchObject([
      { architecture: 'shop', path: 'first/Shop' },
      { architecture: 'audit', path: 'first/Audit' },
    ]);
    expect(stackOf(output, 'second')['//'].triptych).toMatchObject([{ architecture: 'shop', path: 'second/Shop' }]);
  });

  test('has each provider that the architecture needs, once, and no other', () => {
    for (const name of ['first', 'second'])
      expect(stackOf(output, name).provider).toMatchObject({ google: [{}], time: [{}] });
    expect(Object.keys(first.provider)).toEqual(['google', 'time']);
  });

  test('keeps what else is in it, and makes no outputs', () => {
    expect(first.resource['google_storage_bucket']).toHaveProperty('bucket');
    expect(first).not.toHaveProperty('output');
  });

  test('gives parameters by props, which win over the context', () => {
    expect([first, stackOf(output, 'second')].map(minimumIn)).toEqual([5, 7]);
  });

  test('changes what was made', () => {
    const [handler] = Object.values(first.resource['google_cloudfunctions2_function']!);
    expect(handler!['service_config']).toMatchObject({ max_instance_count: 9, min_instance_count: 5 });
  });
});
