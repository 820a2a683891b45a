import { seesEveryChange } from './sweep';

describe('artefacts of aws-pulumi', () => {
  seesEveryChange('aws-pulumi');
});
