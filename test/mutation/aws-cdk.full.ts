import { seesEveryChange } from './sweep';

describe('every change of artefacts of aws-cdk', () => seesEveryChange('aws-cdk'));
