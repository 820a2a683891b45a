import { conforms } from './run';

describe('architectures on gcp-pulumi', () => conforms('gcp-pulumi'));
