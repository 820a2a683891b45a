import { mutations } from './aws';
import { cdk } from './aws-words';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artifacts of aws-cdk', () => {
  seesEveryChange('aws-cdk');
  seesMutations('aws-cdk', mutations, cdk);
});
