import { conforms } from './run';

describe('architectures on gcp-cdktf', () => conforms('gcp-cdktf'));
