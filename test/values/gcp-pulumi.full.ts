import { pubsub } from '@pulumi/gcp';
import { comparesProgram } from './pulumi';

describe('values of a Pulumi program on Google Cloud', () =>
  comparesProgram(
    'gcp',
    (name) => new pubsub.Topic(name).id,
    (inputs) => inputs('gcp:cloudfunctionsv2/function:Function').serviceConfig.environmentVariables,
  ));
