import { seesEveryChange } from './sweep';

describe('every change of artefacts of gcp-cdktf', () => seesEveryChange('gcp-cdktf'));
