import { describeEnvironments } from './names';

describeEnvironments('aws-pulumi');
