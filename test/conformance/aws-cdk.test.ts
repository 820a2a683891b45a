import { conforms } from './run';

describe('architectures on aws-cdk', () => conforms('aws-cdk'));
