import { conforms } from './run';

describe('architectures on aws-pulumi', () => conforms('aws-pulumi'));
