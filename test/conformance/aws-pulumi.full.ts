import { seesWiderGrants } from '../grants/wider';
import { seesForgottenAliases } from '../invokers';
import { rendersColdStarts } from './cold-start';
import { createsNothing } from './existing';
import { conforms } from './run';

describe('architectures on aws-pulumi', () => conforms('aws-pulumi'));
describe('existing elements on aws-pulumi', () => createsNothing('aws-pulumi'));
describe('cold starts on aws-pulumi', () => rendersColdStarts('aws-pulumi'));
describe('grants on aws-pulumi', () => seesWiderGrants('aws-pulumi'));
describe('aliases on aws-pulumi', () => seesForgottenAliases('aws-pulumi'));
