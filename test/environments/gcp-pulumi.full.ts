import { describeEnvironments } from './names';

describeEnvironments('gcp-pulumi');
