import { mutations } from './aws';
import { pulumi } from './aws-words';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artifacts of aws-pulumi', () => {
  seesEveryChange('aws-pulumi');
  seesMutations('aws-pulumi', mutations, pulumi);
});
