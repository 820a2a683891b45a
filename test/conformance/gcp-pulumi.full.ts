import { seesWiderGrants } from '../grants/wider';
import { rendersColdStarts } from './cold-start';
import { createsNothing } from './existing';
import { conforms } from './run';

describe('architectures on gcp-pulumi', () => conforms('gcp-pulumi'));
describe('existing elements on gcp-pulumi', () => createsNothing('gcp-pulumi'));
describe('cold starts on gcp-pulumi', () => rendersColdStarts('gcp-pulumi'));
describe('grants on gcp-pulumi', () => seesWiderGrants('gcp-pulumi'));
