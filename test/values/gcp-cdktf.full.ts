import { join } from 'node:path';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { App, TerraformStack } from 'cdktf';
import { ServerlessArchitecture } from '../../lib/render/gcp-cdktf';
import type { Json } from '../mutation/artefact';
import { temporaryFolder } from '../rendering';
import { shop } from './architecture';
import { comparesValues } from './cases';

const where = { project: 'shop-project', region: 'europe-west1' };

describe('values of a CDKTF app', () =>
  comparesValues('gcp-cdktf', async () => {
    const folder = temporaryFolder();
    const app = new App({ outdir: folder });
    const stack = new TerraformStack(app, 'shop');
    new GoogleProvider(stack, 'google', where);
    const [own, other] = ['own', 'other'].map((name) => new PubsubTopic(stack, name, { name }));
    const parameters = { ownTopic: own!.id, otherTopic: other!.id };
    ServerlessArchitecture.addProviders(stack, { architecture: shop, parameters, ...where });
    new ServerlessArchitecture(stack, 'Architecture', {
      architecture: shop,
      parameters,
      exportOutputs: true,
      ...where,
    });
    app.synth();
    return {
      folder,
      file: join(folder, 'stacks', 'shop', 'cdk.tf.json'),
      variables: ({ resource }) => {
        const [handler] = Object.values<Json>(resource.google_cloudfunctions2_function);
        return handler.service_config.environment_variables;
      },
      engineValues: (artefact) => artefact['//'].triptych[0].engineValues,
      setOutput: (artefact, value) => (artefact.output.topic.value = value),
    };
  }));
