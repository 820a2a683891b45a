import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import type { Json } from '../mutation/artefact';
import { temporaryFolder } from '../rendering';
import { shop } from './architecture';
import { comparesValues } from './cases';

process.env['CDK_VALIDATION'] = 'false';

const all = (artefact: Json): Json[] => Object.values(artefact.Resources);

describe('values of a CDK app', () =>
  comparesValues('aws-cdk', async () => {
    const folder = temporaryFolder();
    const app = new App({ outdir: folder, analyticsReporting: false });
    const stack = new Stack(app, 'Shop');
    const [own, other] = [new Topic(stack, 'Own'), new Topic(stack, 'Other')];
    new ServerlessArchitecture(stack, 'Architecture', {
      architecture: shop,
      parameters: { ownTopic: own.topicArn, otherTopic: other.topicArn },
      exportOutputs: true,
    });
    app.synth();
    return {
      folder,
      file: join(folder, 'Shop.template.json'),
      variables: (artefact) =>
        all(artefact).find(({ Type }) => Type === 'AWS::Lambda::Function').Properties.Environment.Variables,
      engineValues: (artefact) => artefact.Metadata.Triptych[0].engineValues,
      stamped: (value) => JSON.stringify(value),
      setOutput: (artefact, value) => (artefact.Outputs.topic.Value = value),
    };
  }));
