import { mutations } from './aws-cdk.mutations';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artefacts of aws-cdk', () => {
  seesEveryChange('aws-cdk');
  seesMutations('aws-cdk', mutations);
});
