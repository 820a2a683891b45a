import { seesEveryChange } from './sweep';

describe('artefacts of aws-cdk', () => {
  seesEveryChange('aws-cdk');
});
