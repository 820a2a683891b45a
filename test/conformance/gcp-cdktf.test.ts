import { seesWiderGrants } from '../grants/wider';
import { rendersColdStarts } from './cold-start';
import { createsNothing } from './existing';
import { conforms } from './run';

describe('architectures on gcp-cdktf', () => conforms('gcp-cdktf'));
describe('existing elements on gcp-cdktf', () => createsNothing('gcp-cdktf'));
describe('cold starts on gcp-cdktf', () => rendersColdStarts('gcp-cdktf'));
describe('grants on gcp-cdktf', () => seesWiderGrants('gcp-cdktf'));
