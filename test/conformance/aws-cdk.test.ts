import { seesWiderGrants } from '../grants/wider';
import { seesForgottenAliases } from '../invokers';
import { rendersColdStarts } from './cold-start';
import { createsNothing } from './existing';
import { conforms } from './run';

describe('architectures on aws-cdk', () => conforms('aws-cdk'));
describe('existing elements on aws-cdk', () => createsNothing('aws-cdk'));
describe('cold starts on aws-cdk', () => rendersColdStarts('aws-cdk'));
describe('grants on aws-cdk', () => seesWiderGrants('aws-cdk'));
describe('aliases on aws-cdk', () => seesForgottenAliases('aws-cdk'));
