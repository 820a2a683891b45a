import { seesEveryChange } from './sweep';

describe('artefacts of gcp-cdktf', () => {
  seesEveryChange('gcp-cdktf');
});
