import { seesEveryChange } from './sweep';

describe('every change of artefacts of gcp-pulumi', () => seesEveryChange('gcp-pulumi'));
