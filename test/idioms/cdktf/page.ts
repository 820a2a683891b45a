import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { App, GcsBackend, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { verify } from '../../../lib';
import { ServerlessArchitecture } from '../../../lib/render/gcp-cdktf';
import { temporaryFolder } from '../../rendering';

// The programs that docs/add-to-cdktf.md quotes.

/** Makes the app of the page. */
export function build(architecture: string): App {
  const app = new App({ outdir: temporaryFolder() });

  const stack = new TerraformStack(app, 'shop');
  const project = new TerraformVariable(stack, 'project', { type: 'string' }).stringValue;
  const region = 'europe-west1';
  new GoogleProvider(stack, 'google', { project, region });
  const props = { architecture, project, region };
  ServerlessArchitecture.addProviders(stack, props);
  const shop = new ServerlessArchitecture(stack, 'Shop', props);

  const own = new ServiceAccount(stack, 'own', { accountId: 'own' });
  const ownTopic = new PubsubTopic(stack, 'own-topic', { name: 'own' });

  new StorageBucketIamMember(stack, 'reads-uploads', {
    bucket: shop.buckets['uploads']!.bucket.name,
    role: 'roles/storage.objectViewer',
    member: own.member,
  });
  new PubsubTopicIamMember(stack, 'orders-publishes', {
    topic: ownTopic.id,
    role: 'roles/pubsub.publisher',
    member: shop.functions['orders']!.serviceAccount.member,
  });
  new TerraformOutput(stack, 'address', { value: shop.functions['orders']!.url });

  shop.functions['orders']!.function.addOverride('service_config.available_memory', '1024Mi');

  const { bucket } = shop.buckets['uploads']!;
  bucket.lifecycle = { ...bucket.lifecycle, ignoreChanges: ['cors'] };

  for (const env of ['dev', 'prod']) {
    const stack = new TerraformStack(app, `shop-${env}`);
    const project = `our-${env}`;
    new GoogleProvider(stack, 'google', { project, region });
    new GcsBackend(stack, { bucket: 'our-state', prefix: `shop-${env}` });
    const props = { architecture, env, project, region };
    ServerlessArchitecture.addProviders(stack, props);
    new ServerlessArchitecture(stack, 'Shop', props);
  }
  return app;
}

/** Makes the app with a provider that has an alias. */
export function withAlias(architecture: string): App {
  const app = new App({ outdir: temporaryFolder() });
  const stack = new TerraformStack(app, 'shop');
  const [project, region] = ['our-dev', 'europe-west1'];
  new GoogleProvider(stack, 'google', { project: 'our-build', region });
  const props = { architecture, project, region };

  const eu = new GoogleProvider(stack, 'eu', { alias: 'eu', project, region });
  ServerlessArchitecture.addProviders(stack, props);
  new ServerlessArchitecture(stack, 'Shop', { ...props, provider: eu });
  return app;
}

/** Makes the test of the page. */
export function tests(stack: TerraformStack): void {
  test('the shop is what its architecture promises', async () => {
    const verified = await verify(stack, { architecture: 'shop.yaml' });
    verified.assertEquivalent();
  });
}
