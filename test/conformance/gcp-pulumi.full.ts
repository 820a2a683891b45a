import { seesWiderGrants } from '../grants/wider';
import { rendersColdStarts } from './cold-start';
import { conforms } from './run';

describe('architectures on gcp-pulumi', () => conforms('gcp-pulumi'));
describe('cold starts on gcp-pulumi', () => rendersColdStarts('gcp-pulumi'));
describe('grants on gcp-pulumi', () => seesWiderGrants('gcp-pulumi'));
