import { seesEveryChange } from './sweep';

describe('every change of artefacts of aws-pulumi', () => seesEveryChange('aws-pulumi'));
