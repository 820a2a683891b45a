import { sns } from '@pulumi/aws';
import { comparesProgram } from './pulumi';

describe('values of a Pulumi program on AWS', () =>
  comparesProgram(
    'aws',
    (name) => new sns.Topic(name).arn,
    (inputs) => inputs('aws:lambda/function:Function').environment.variables,
  ));
