import { describeEnvironments } from './names';

describeEnvironments('gcp-cdktf');
