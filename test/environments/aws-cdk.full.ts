import { describeEnvironments } from './names';

describeEnvironments('aws-cdk');
