import { seesEveryChange } from './sweep';

describe('artefacts of gcp-pulumi', () => {
  seesEveryChange('gcp-pulumi');
});
